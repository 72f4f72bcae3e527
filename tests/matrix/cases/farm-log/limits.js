export const LIMITS = {
  pageSize: 3000,
  retry: 9000,
  timeout: 8000,
}

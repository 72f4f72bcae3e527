export const listen = (handlers) => (url) => {
  const source = new EventSource(url)
  Object.entries(handlers).forEach(([type, handler]) => {
    source.addEventListener(type, ({ data }) => handler(data ? JSON.parse(data) : undefined))
  })
  return source
}

export const SOCKET_PORT = 9000;

export function siteUrl(port) {
  const host = window.location.hostname;
  const shown = window.location.port ? `:${port}` : "";
  return `${shown ? "http" : "https"}://${host}${shown}/${window.site_name}`;
}

const HTTP_PORT = 8096;
const HTTPS_PORT = 8920;

/** Where the server answers: a saved one, or the machine that served this page. */
export function getServerAddress() {
  const saved = localStorage.getItem('reelhouse.server');
  if (saved) return saved.replace(/\/+$/, '');
  const secure = window.location.protocol === 'https:';
  return `${window.location.protocol}//${window.location.hostname}:${secure ? HTTPS_PORT : HTTP_PORT}`;
}

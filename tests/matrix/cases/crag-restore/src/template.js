export const TEMPLATE = {
  walls: 'ws://localhost:9300/walls?lead=1',
  grades: 'http://localhost:9300/grades.json',
};

/** The sample with the page's host (name and port) and the scheme's secure form where the page is secure. */
export function adopt(sample) {
  const url = new URL(sample);
  url.port = '';
  url.host = window.location.host;
  if (window.location.protocol === 'https:') url.protocol = url.protocol.replace(':', 's:');
  return url.href;
}

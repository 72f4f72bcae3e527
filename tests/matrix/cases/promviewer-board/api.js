const basePath = document.querySelector('base')?.getAttribute('href')?.replace(/\/$/, '') ?? '';

export const apiPath = (...parts) => [basePath, 'api', ...parts.map(encodeURIComponent)].join('/');

export async function getJson(path, params) {
  const query = params ? `?${new URLSearchParams(params)}` : '';
  const response = await fetch(path + query);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

export function openTail(uid, onLine) {
  const url = new URL(apiPath('tail', uid), window.location.href);
  url.protocol = url.protocol.replace(/^http/, 'ws');
  const socket = new WebSocket(url);
  socket.onmessage = (event) => onLine(event.data);
  return () => socket.close();
}

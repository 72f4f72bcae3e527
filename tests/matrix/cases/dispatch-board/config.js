const DEFAULT_SOCKET_PORT = 5001;

export const config = {
  appName: 'Dispatch Board',
  apiBase: '/api/v2',
  socket: {
    port: DEFAULT_SOCKET_PORT,
    path: '/dispatch/socket.io',
    reconnectionDelay: 1500,
    reconnectionDelayMax: 9000,
  },
};

export function getSocketUrl() {
  const { protocol, hostname } = window.location;
  return `${protocol}//${hostname}:${config.socket.port}`;
}

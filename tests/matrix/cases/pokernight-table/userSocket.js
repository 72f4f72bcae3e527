import { Socket } from 'phoenix';

const LOCAL_ENDPOINT = 'ws://localhost:4000/socket';

let socket = null;

function endpoint() {
  return process.env.NODE_ENV === 'production' ? '/socket' : LOCAL_ENDPOINT;
}

export function userSocket() {
  if (socket) return socket;
  socket = new Socket(endpoint(), {
    params: () => ({ token: window.userToken ?? '' }),
    heartbeatIntervalMs: 30000,
    reconnectAfterMs: (tries) => [1000, 2000, 5000][tries - 1] ?? 10000,
  });
  socket.connect();
  return socket;
}

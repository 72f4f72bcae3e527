import { GAME_SERVER, decode, encode } from './protocol';

function gameServerUrl({ protocol, hostname }) {
  const scheme = protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${hostname}:${GAME_SERVER.port}${GAME_SERVER.path}`;
}

const socket = new WebSocket(gameServerUrl(self.location));
socket.onopen = () => socket.send(encode('hello', { rating: 1500 }));
socket.onmessage = ({ data }) => {
  const message = decode(data);
  if (message) self.postMessage(message);
};

self.onmessage = ({ data }) => {
  if (socket.readyState === WebSocket.OPEN) socket.send(encode('move', data));
};

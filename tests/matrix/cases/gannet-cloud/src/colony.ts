export function colonySocket(colony: number, onSeen: (seen: number) => void): WebSocket {
  const address = new URL(`/colonies/${colony}/sightings`, window.location.href);
  address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:';
  address.search = '';
  const socket = new WebSocket(address);
  let seen = 0;
  socket.onmessage = () => {
    seen += 1;
    onSeen(seen);
  };
  return socket;
}

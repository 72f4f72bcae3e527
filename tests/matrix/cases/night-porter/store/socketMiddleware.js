const DEFAULT_PORTS = { 'http:': 80, 'https:': 443 };
const SOCKET_SCHEMES = { 'http:': 'ws:', 'https:': 'wss:' };

function address(path) {
  const { protocol, hostname, port } = window.location;
  const effective = Number(port) || DEFAULT_PORTS[protocol];
  return `${SOCKET_SCHEMES[protocol]}//${hostname}:${effective}${path}`;
}

export const socketMiddleware = ({ dispatch }) => {
  let socket = null;

  const open = ({ path }) => {
    socket?.close();
    socket = new WebSocket(address(path));
    socket.onopen = () => dispatch({ type: 'realtime/status', payload: 'open' });
    socket.onclose = () => dispatch({ type: 'realtime/status', payload: 'closed' });
    socket.onmessage = ({ data }) => {
      const { event, body } = JSON.parse(data);
      dispatch({ type: `calls/${event}`, payload: body });
    };
  };

  return (next) => (action) => {
    if (action.type === 'realtime/connect') open(action.payload);
    if (action.type === 'realtime/send') socket?.send(JSON.stringify(action.payload));
    return next(action);
  };
};

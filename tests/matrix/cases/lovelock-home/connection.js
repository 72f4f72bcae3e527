const ERR_INVALID_AUTH = 2;

export function createConnection({ hassUrl, retries }) {
  const listeners = [];
  const url = `ws${hassUrl.slice(4)}/api/websocket`;
  let commandId = 1;

  function connect(triesLeft) {
    const socket = new WebSocket(url);
    socket.addEventListener('message', (event) => {
      const message = JSON.parse(event.data);
      switch (message.type) {
        case 'auth_required':
          socket.send(JSON.stringify({ type: 'auth', access_token: localStorage.getItem('token') }));
          break;
        case 'auth_ok':
          socket.send(JSON.stringify({ id: commandId++, type: 'subscribe_entities' }));
          break;
        case 'auth_invalid':
          socket.close(3000 + ERR_INVALID_AUTH);
          break;
        default:
          listeners.forEach((listener) => listener(message.event ?? []));
      }
    });
    socket.addEventListener('close', () => triesLeft > 0 && setTimeout(() => connect(triesLeft - 1), 1000));
  }

  connect(retries);
  return { subscribe: (listener) => listeners.push(listener) };
}

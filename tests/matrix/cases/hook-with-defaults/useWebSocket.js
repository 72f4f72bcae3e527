const DEFAULTS = { immediate: true, protocols: [], heartbeat: 30000 };

export function useWebSocket(url, options = {}) {
  const { immediate, protocols, heartbeat, onMessage = () => {} } = { ...DEFAULTS, ...options };
  const state = { socket: null, timer: null };

  const open = () => {
    const socket = new WebSocket(typeof url === "function" ? url() : url, protocols);
    socket.onmessage = (event) => onMessage(event.data);
    socket.onopen = () => {
      state.timer = setInterval(() => socket.send("ping"), heartbeat);
    };
    socket.onclose = () => clearInterval(state.timer);
    state.socket = socket;
  };

  if (immediate) open();
  return { state, open, close: () => state.socket?.close() };
}

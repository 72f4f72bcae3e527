const base = new URL("/api/", window.location.href);

const socketBase = () => {
  const url = new URL(base);
  url.protocol = base.protocol === "https:" ? "wss:" : "ws:";
  return url;
};

export const api = {
  async load(path) {
    const response = await fetch(new URL(path.slice(1), base));
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  },

  watch(path, onHit) {
    const socket = new WebSocket(new URL(path.slice(1), socketBase()).href);
    socket.onmessage = ({ data }) => onHit(JSON.parse(data));
    return () => socket.close();
  },
};

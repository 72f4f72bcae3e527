import { inject, onBeforeUnmount, ref } from "vue";

const KEY = Symbol("realtime");
const DEFAULTS = {
  secure: window.location.protocol === "https:",
  hostname: window.location.hostname,
  port: 8787,
  path: "/ws",
  heartbeat: 15000,
};

class Realtime {
  constructor(options) {
    this.options = options;
    this.open = new Map();
  }

  url(channel) {
    const { secure, hostname, port, path } = this.options;
    const url = new URL(path, `${secure ? "wss" : "ws"}://${hostname}:${port}`);
    url.searchParams.set("channel", channel);
    return url;
  }

  channel(name) {
    let entry = this.open.get(name);
    if (!entry) {
      const socket = new WebSocket(this.url(name));
      const timer = setInterval(() => socket.readyState === 1 && socket.send("ping"), this.options.heartbeat);
      entry = { socket, timer, users: 0 };
      this.open.set(name, entry);
    }
    entry.users += 1;
    return entry.socket;
  }

  release(name) {
    const entry = this.open.get(name);
    if (!entry || --entry.users > 0) return;
    clearInterval(entry.timer);
    entry.socket.close();
    this.open.delete(name);
  }
}

export const realtime = {
  install(app, options = {}) {
    app.provide(KEY, new Realtime({ ...DEFAULTS, ...options }));
  },
};

export function useChannel(name) {
  const service = inject(KEY);
  const last = ref(null);
  service.channel(name).addEventListener("message", (event) => {
    last.value = JSON.parse(event.data);
  });
  onBeforeUnmount(() => service.release(name));
  return last;
}

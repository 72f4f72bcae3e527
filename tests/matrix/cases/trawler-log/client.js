class Client {
  constructor(settings) {
    this.settings = settings;
    this.handlers = new Map();
  }

  on(type, handler) {
    this.handlers.set(type, [...(this.handlers.get(type) || []), handler]);
    return this;
  }

  get url() {
    const { scheme, authority, path } = this.settings;
    return `${scheme}://${authority}${path}`;
  }

  open() {
    const socket = new WebSocket(this.url);
    socket.onmessage = ({ data }) => {
      const { type, ...detail } = JSON.parse(data);
      (this.handlers.get(type) || []).forEach((handler) => handler(detail));
    };
    return socket;
  }
}

/** Plugins run in order, each may wait, each returns what it adds. */
export async function createClient(plugins) {
  let settings = { scheme: 'wss', authority: '', path: '/' };
  for (const plugin of plugins) {
    settings = { ...settings, ...(await plugin(settings)) };
  }
  return new Client(Object.freeze(settings));
}

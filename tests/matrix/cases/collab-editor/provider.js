class Observable {
  constructor() {
    this._observers = new Map();
  }

  on(name, f) {
    if (!this._observers.has(name)) this._observers.set(name, new Set());
    this._observers.get(name).add(f);
  }

  emit(name, args) {
    Array.from((this._observers.get(name) || new Map()).values()).forEach((f) => f(...args));
  }
}

const setupWS = (provider) => {
  if (!provider.shouldConnect || provider.ws !== null) return;
  const websocket = new provider._WS(provider.url, provider.protocols);
  websocket.binaryType = "arraybuffer";
  provider.ws = websocket;
  provider.wsconnecting = true;
  websocket.onmessage = (event) => provider.emit("sync", [event.data]);
  websocket.onclose = () => {
    provider.ws = null;
    provider.wsconnecting = false;
    setTimeout(setupWS, Math.min(2 ** provider.unsuccessful++ * 100, 2500), provider);
  };
  websocket.onopen = () => {
    while (provider.queue.length) websocket.send(provider.queue.shift());
  };
};

export class CollabProvider extends Observable {
  constructor(serverUrl, roomname, { connect = true, params = {}, protocols = ["collab.v1"], WebSocketPolyfill = WebSocket } = {}) {
    super();
    while (serverUrl[serverUrl.length - 1] === "/") serverUrl = serverUrl.slice(0, serverUrl.length - 1);
    this.serverUrl = serverUrl;
    this.roomname = roomname;
    this.params = params;
    this.protocols = protocols;
    this._WS = WebSocketPolyfill;
    this.ws = null;
    this.queue = [];
    this.unsuccessful = 0;
    this.shouldConnect = connect;
    if (connect) this.connect();
  }

  get url() {
    const encoded = new URLSearchParams(this.params).toString();
    return this.serverUrl + "/" + this.roomname + (encoded.length === 0 ? "" : "?" + encoded);
  }

  send(message) {
    this.queue.push(JSON.stringify(message));
  }

  connect() {
    this.shouldConnect = true;
    if (!this.wsconnecting && this.ws === null) setupWS(this);
  }
}

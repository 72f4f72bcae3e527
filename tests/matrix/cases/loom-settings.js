// Weaving mill: options completed with ??= and ||= one after another; the machine's shuttle socket ends on a fixed port, the
// operator chat keeps what the page gave it.
// page: window.LOOM = { chat: { host: location.host } };
// page: window.LOOM = {};
const globals = window.LOOM ?? {};

function complete(options, service) {
  options.hostname ??= location.hostname;
  options.scheme ??= location.protocol === "https:" ? "wss" : "ws";
  options.path ||= `/${service}`;
  options.timeout ||= 9000;
  return options;
}

function withShuttleDefaults(options) {
  const done = complete(options, "shuttle");
  done.port ??= 4480;
  done.host ||= `${done.hostname}:${done.port}`;
  return done;
}

function withChatDefaults(options) {
  const done = complete(options, "chat");
  done.host ||= location.host;
  return done;
}

const toUrl = ({ scheme, host, path }) => `${scheme}://${host}${path}`;

class Loom {
  #pattern = [];
  #speed = 0;

  constructor(options) {
    this.options = options;
  }

  start() {
    this.socket = new WebSocket(toUrl(this.options), ["loom.3", "loom.2"]);
    this.socket.onmessage = ({ data }) => this.#apply(JSON.parse(data));
    this.watchdog = setTimeout(() => this.socket.close(), this.options.timeout);
  }

  #apply({ kind, value }) {
    if (kind === "pick") this.#pattern.push(value);
    else if (kind === "rpm") this.#speed = Math.min(value, 1200);
    clearTimeout(this.watchdog);
  }
}

function startChat(options) {
  const socket = new WebSocket(toUrl(options));
  socket.onmessage = ({ data }) => {
    const line = document.createElement("p");
    line.textContent = data;
    document.body.append(line);
  };
  return socket;
}

new Loom(withShuttleDefaults({ ...globals.shuttle })).start();
startChat(withChatDefaults({ ...globals.chat }));

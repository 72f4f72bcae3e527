// A curried URL builder made of pipes, an event bus whose plugins open what they need, an init chain with await.
const pipe = (...fns) => (input) => fns.reduce((value, fn) => fn(value), input);
const withPort = (port) => (parts) => ({ ...parts, port });
const withPath = (path) => (parts) => ({ ...parts, path });
const withScheme = (scheme) => (parts) => ({ ...parts, scheme });
const toUrl = ({ scheme, host, port, path }) => `${scheme}://${host}${port ? `:${port}` : ""}${path}`;

const page = () => ({ host: window.location.hostname });
const secureAs = (plain) => (window.location.protocol === "https:" ? `${plain}s` : plain);

const buildSocket = (port) => (path) => pipe(withScheme(secureAs("ws")), withPort(port), withPath(path), toUrl)(page());
const buildHttp = (port) => (path) => pipe(withScheme(secureAs("http")), withPort(port), withPath(path), toUrl)(page());

function createBus() {
  const listeners = {};
  return {
    on(type, fn) {
      (listeners[type] = listeners[type] || []).push(fn);
      return this;
    },
    emit(type, payload) {
      (listeners[type] || []).slice().forEach((fn) => fn(payload));
    },
  };
}

const bus = createBus();
const socketAt = buildSocket(4455);
const httpAt = buildHttp(4456);

const plugins = [
  (target) => target.on("ready", ({ room }) => new WebSocket(socketAt(`/rooms/${room}`))),
  (target) => target.on("ready", () => fetch(httpAt("/warmup"), { method: "HEAD" }).catch(() => {})),
  (target) => target.on("teardown", () => console.log("bye")),
];

async function init() {
  await Promise.resolve();
  for (const plugin of plugins) plugin(bus);
  const { room } = await new Promise((resolve) => setTimeout(() => resolve({ room: "lobby" }), 10));
  bus.emit("ready", { room });
}

init();

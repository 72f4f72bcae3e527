// Escape room clock with an event bus: the page's own host, but always in clear text, as the scheme is fixed in a table
// of channels; the game master's channel takes its scheme from the page.
class Bus {
  #topics = new Map();

  on(topic, listener) {
    this.#topics.set(topic, [...(this.#topics.get(topic) ?? []), listener]);
    return () => this.off(topic, listener);
  }

  off(topic, listener) {
    this.#topics.set(topic, (this.#topics.get(topic) ?? []).filter((known) => known !== listener));
  }

  emit(topic, payload) {
    (this.#topics.get(topic) ?? []).forEach((listener) => listener(payload));
  }
}

const bus = new Bus();
const follow = () => location.protocol.replace("http", "ws");

const channels = [
  { name: "clock", scheme: "ws:", path: "/rooms/crypt/clock" },
  { name: "master", scheme: follow(), path: "/rooms/crypt/master" },
];

bus.on("channel:open", ({ name, scheme, path }) => {
  const socket = new WebSocket([scheme, "", location.host].join("/") + path);
  socket.addEventListener("message", ({ data }) => bus.emit(name, JSON.parse(data)));
  socket.addEventListener("close", () => bus.emit("channel:lost", { name }));
});

const face = document.body.appendChild(document.createElement("time"));
let remaining = 3600;

function show() {
  const minutes = String(Math.floor(remaining / 60)).padStart(2, "0");
  const seconds = String(remaining % 60).padStart(2, "0");
  face.textContent = `${minutes}:${seconds}`;
  face.classList.toggle("hurry", remaining < 300);
}

bus.on("clock", (seconds) => {
  remaining = seconds;
  show();
});
bus.on("master", ({ hint, penalty = 0 }) => {
  remaining = Math.max(0, remaining - penalty);
  face.title = hint ?? "";
  show();
});
bus.on("channel:lost", ({ name }) => face.setAttribute(`data-lost-${name}`, ""));

channels.forEach((channel) => bus.emit("channel:open", channel));
setInterval(() => {
  remaining = Math.max(0, remaining - 1);
  show();
}, 1000);

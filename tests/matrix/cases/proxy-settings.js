// A print shop's queue: settings behind a Proxy with dotted paths, layers and a fallback to the page, then a socket.
const layers = [];

const settings = new Proxy(Object.create(null), {
  get(_, path) {
    if (typeof path !== "string") return undefined;
    for (const layer of layers) {
      const value = path.split(".").reduce((node, key) => (node == null ? undefined : node[key]), layer);
      if (value !== undefined) return typeof value === "function" ? value(settings) : value;
    }
    throw new ReferenceError(`No setting ${path}`);
  },
  set() {
    throw new TypeError("Settings are read-only, push a layer");
  },
});

function pushLayer(layer) {
  layers.unshift(layer);
}

pushLayer({
  site: {
    host: () => window.location.hostname,
    secure: () => window.location.protocol === "https:",
  },
  queue: {
    port: 6789,
    path: "/spool",
    scheme: (s) => (s["site.secure"] ? "wss" : "ws"),
    url: (s) => `${s["queue.scheme"]}://${s["site.host"]}:${s["queue.port"]}${s["queue.path"]}`,
  },
  printers: {
    default: "hall",
    hall: { host: "10.0.40.11", port: 9100, language: "pcl" },
    studio: { host: "10.0.40.12", port: 631, language: "ipp" },
  },
});

pushLayer({
  queue: { path: "/spool/v2" },
  paper: { formats: ["A4", "A3"], trays: 3 },
});

const jobs = new Map();

const actions = {
  added: (job) => jobs.set(job.id, job),
  progress: ({ id, pages }) => Object.assign(jobs.get(id) ?? {}, { pages }),
  removed: ({ id }) => jobs.delete(id),
};

function render() {
  const name = settings["printers.default"];
  const { host, port } = settings[`printers.${name}`];
  document.body.innerHTML = `
    <h1>${name} <small>${host}:${port}</small></h1>
    <ol>${[...jobs.values()].map((j) => `<li>${j.title} (${j.pages})</li>`).join("")}</ol>`;
}

function follow() {
  const ws = new WebSocket(settings["queue.url"]);
  ws.onmessage = (event) => {
    const { type, ...payload } = JSON.parse(event.data);
    actions[type]?.(payload);
    render();
  };
  ws.onclose = () => document.body.classList.add("offline");
}

render();
follow();

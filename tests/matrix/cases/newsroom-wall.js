// keep: newsroom wall of the print plant: EventSource and polling of the page's own origin from a pool; the port of the
// layout tool is used in a link for people and to tell whose page this is, never for a connection.
const LAYOUT_TOOL = 8181;
const PREVIEW_PORTS = [8081, 8082, 9090];

class SourcePool {
  constructor(limit) {
    this.limit = limit;
    this.open = new Map();
  }

  acquire(path) {
    if (this.open.has(path)) return this.open.get(path);
    if (this.open.size >= this.limit) {
      const [oldest, source] = this.open.entries().next().value;
      source.close();
      this.open.delete(oldest);
    }
    const source = new EventSource(new URL(path, window.location.origin));
    this.open.set(path, source);
    return source;
  }
}

function layoutLink(edition) {
  const { protocol, hostname } = window.location;
  const link = document.createElement("a");
  link.href = `${protocol}//${hostname}:${LAYOUT_TOOL}/edition/${edition}`;
  link.target = "_blank";
  link.textContent = "Open the layout";
  return link;
}

const isPreview = () => PREVIEW_PORTS.includes(Number(window.location.port));

function column(desk, pool) {
  const section = document.createElement("section");
  section.append(Object.assign(document.createElement("h2"), { textContent: desk }));
  pool.acquire(`/wire/${desk.toLowerCase()}/events?backlog=2000`).addEventListener("headline", ({ data }) => {
    const { title, urgent } = JSON.parse(data);
    const line = Object.assign(document.createElement("p"), { textContent: title, className: urgent ? "urgent" : "" });
    section.insertBefore(line, section.children[1] ?? null);
  });
  return section;
}

async function ads() {
  const url = new URL("/ads/slots", window.location.href);
  url.searchParams.set("preview", String(isPreview()));
  const response = await fetch(url);
  return response.json();
}

const pool = new SourcePool(6);
document.body.append(...["Politics", "Sports", "Local"].map((desk) => column(desk, pool)), layoutLink("2024-05-03"));
ads().then((slots) => console.info("%d slots", slots.length), () => {});

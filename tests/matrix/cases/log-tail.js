// A log tailer: a request builder with chained setters, levels and filters, an EventSource on the agent's port.
const LEVELS = ["trace", "debug", "info", "warn", "error"];

class TailRequest {
  static for(unit) {
    return new TailRequest(unit);
  }

  #unit;
  #port = "";
  #level = "info";
  #lines = 500;
  #fields = [];
  #follow = false;

  constructor(unit) {
    this.#unit = unit;
  }

  onAgent(port) {
    this.#port = port;
    return this;
  }

  atLeast(level) {
    if (!LEVELS.includes(level)) throw new RangeError(`Unknown level ${level}`);
    this.#level = level;
    return this;
  }

  last(lines) {
    this.#lines = lines;
    return this;
  }

  where(field, value) {
    this.#fields.push([field, value]);
    return this;
  }

  follow() {
    this.#follow = true;
    return this;
  }

  toURL() {
    const url = new URL(window.location.href);
    url.pathname = `/units/${encodeURIComponent(this.#unit)}/tail`;
    url.search = "";
    url.hash = "";
    url.port = this.#port;
    url.searchParams.set("level", this.#level);
    url.searchParams.set("lines", this.#lines);
    if (this.#follow) url.searchParams.set("follow", "1");
    for (const [field, value] of this.#fields) url.searchParams.append(`f.${field}`, value);
    return url;
  }
}

class LineBuffer {
  constructor(limit) {
    this.limit = limit;
    this.lines = [];
  }
  push(line) {
    if (this.lines.push(line) > this.limit) this.lines.shift();
  }
}

class TailView {
  constructor(root, buffer) {
    this.root = root;
    this.buffer = buffer;
  }

  attach(request) {
    this.source?.close();
    this.source = new EventSource(request.toURL());
    this.source.addEventListener("line", (e) => this.append(JSON.parse(e.data)));
    this.source.addEventListener("rotate", () => (this.buffer.lines.length = 0));
    this.source.onerror = () => this.root.classList.add("paused");
  }

  append({ ts, level, msg, peer }) {
    this.buffer.push(`${ts} ${level.padEnd(5)} ${peer ? `${peer.host}:${peer.port} ` : ""}${msg}`);
    this.root.textContent = this.buffer.lines.join("\n");
  }
}

const AGENT = { http: 9880, grpc: 9881, admin: 9882 };
const view = new TailView(document.body.appendChild(document.createElement("pre")), new LineBuffer(5000));

view.attach(
  TailRequest.for("edge.service")
    .atLeast("warn")
    .last(200)
    .where("upstream", "127.0.0.1:8000")
    .onAgent(AGENT.http)
    .follow(),
);

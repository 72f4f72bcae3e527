// A CI dashboard: the log of a build comes as server-sent events, its address from query parameters and a base.
const API = {
  host: () => location.hostname,
  port: 5050,
  prefix: "/api/v2",
};

function endpoint(resource, params = {}) {
  const target = new URL(location.href);
  target.port = String(API.port);
  target.pathname = `${API.prefix}/${resource}`;
  target.search = "";
  target.hash = "";
  Object.keys(params).forEach((key) => target.searchParams.append(key, params[key]));
  return target.toString();
}

class LogView {
  #source = null;
  #lines = [];
  #last = 0;

  follow(build) {
    this.stop();
    this.#source = new EventSource(endpoint(`builds/${build.id}/log`, { after: this.#last, follow: 1 }));
    this.#source.addEventListener("line", (event) => this.#append(JSON.parse(event.data)));
    this.#source.onerror = () => this.stop();
  }

  #append(line) {
    this.#last = line.number;
    this.#lines.push(line.text);
    if (this.#lines.length > 5000) this.#lines.shift();
  }

  stop() {
    if (!this.#source) return;
    this.#source.close();
    this.#source = null;
  }
}

const view = new LogView();
const builds = [{ id: 41, state: "done" }, { id: 42, state: "running" }];
const running = builds.filter((build) => build.state === "running");
if (running.length) view.follow(running[0]);

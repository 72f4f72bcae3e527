const DEFAULT_PORTS = { "http:": 80, "https:": 443 };
const STAGING = { host: "staging.permits.example", port: 8082 };

export class Connection {
  constructor({ protocol, hostname, port }) {
    const staging = hostname === STAGING.host;
    this.protocol = protocol;
    this.host = hostname;
    this.port = port ? Number(port) : DEFAULT_PORTS[protocol];
    this.preview = staging ? `//${STAGING.host}:${STAGING.port}/preview` : null;
  }

  get secure() {
    return this.protocol === "https:";
  }

  http(path, query) {
    const url = new URL(`${this.protocol}//${this.host}`);
    url.port = this.port;
    url.pathname = `/permits-api${path}`;
    if (query) url.search = new URLSearchParams(query);
    return url.href;
  }
}

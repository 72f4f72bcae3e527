// An API client with getters for its HTTP base and its WebSocket address.
class ApiClient {
  constructor({ host = window.location.hostname, port = 8000, secure = window.location.protocol === "https:" } = {}) {
    this.host = host;
    this.port = port;
    this.secure = secure;
  }

  get baseUrl() {
    return `${this.secure ? "https" : "http"}://${this.host}:${this.port}/api/v1`;
  }

  get wsUrl() {
    return this.baseUrl.replace(/^http/, "ws").replace("/api/v1", "/ws");
  }

  request(path, init) {
    return fetch(`${this.baseUrl}${path}`, init).catch(() => {});
  }

  subscribe(topic) {
    return new WebSocket(`${this.wsUrl}/${topic}`);
  }
}

const client = new ApiClient();
client.request("/users", { method: "POST", body: "{}" });
client.subscribe("jobs");

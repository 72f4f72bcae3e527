class Endpoint {
  constructor(path, port) {
    this.path = path;
    this.port = port;
  }

  toString() {
    const url = new URL(this.path, window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    if (this.port !== undefined) url.port = this.port;
    return url.href;
  }
}

export const LIMITS = { rows: 60, keepAlive: 4000, build: 4000 };

export const ENDPOINTS = {
  live: new Endpoint('/graphql/live'),
  preview: new Endpoint('/graphql/preview', window.location.port),
};

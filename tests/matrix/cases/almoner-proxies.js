// Proxy and Reflect: a path-building API client and a settings object behind a Proxy whose get trap replaces the
// development values that are written in the table by the page's own; the sockets stay on the page's origin.
// keep: only correct connections
const development = { host: 'localhost', port: 8055, scheme: 'ws', key: 'alms-9000' };

const settings = new Proxy(development, {
  get(target, name, receiver) {
    switch (name) {
      case 'host':
        return window.location.hostname;
      case 'port':
        return window.location.port;
      case 'scheme':
        return window.location.protocol === 'https:' ? 'wss' : Reflect.get(target, name, receiver);
      default:
        return Reflect.get(target, name, receiver);
    }
  },
  has: (target, name) => Reflect.has(target, name),
  set(target, name, value) {
    if (!Reflect.has(target, name)) throw new TypeError(`unknown setting ${String(name)}`);
    return Reflect.set(target, name, value);
  },
});

const METHODS = new Set(['get', 'post', 'stream']);

function client(base, segments = []) {
  return new Proxy(function segment() {}, {
    get(_, name) {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return client(base, [...segments, name]);
    },
    apply(_, __, args) {
      const verb = segments[segments.length - 1];
      if (!METHODS.has(verb)) return client(base, [...segments, ...args.map(String)]);
      const path = `/${segments.slice(0, -1).map(encodeURIComponent).join('/')}`;
      return Reflect.apply(verbs[verb], base, [path, ...args]);
    },
  });
}

const verbs = {
  get(path, query = {}) {
    const search = new URLSearchParams(query).toString();
    return fetch(`${this.http}${path}${search && `?${search}`}`).catch(() => null);
  },
  post(path, body) {
    return fetch(`${this.http}${path}`, { method: 'POST', body: JSON.stringify(body) }).catch(() => null);
  },
  stream(path) {
    return new WebSocket(this.live + path);
  },
};

const { host, port } = settings;
const authority = port ? `${host}:${port}` : host;
const api = client({ http: '/api', live: `${settings.scheme}://${authority}/live` });

settings.key = 'alms-9001';
api.grants(8055).get({ upstream: 'http://localhost:8055', key: settings.key });
api.parishes('st-anne').collections.stream();
api.audit.post({ at: Date.now(), port: development.port });

// Chess site: socket address is a pattern with placeholders, filled by a replace callback from a list of server shards.
const SHARDS = [
  { name: 'lobby', slots: 9664, port: 9663 },
  { name: 'round', slots: 512, port: null },
];
const PATTERNS = {
  proxied: '%s://%h/socket/%n/v6',
  direct: '%s://%h:%p/%n/v6',
};

const makeFill = (location) => (pattern, shard) => {
  const values = {
    s: location.protocol === 'https:' ? 'wss' : 'ws',
    h: shard.port ? location.hostname : location.host,
    p: shard.port,
    n: shard.name,
  };
  return pattern.replace(/%([shpn])/g, (_, key) => values[key]);
};

class StrongSocket {
  constructor(url, { version = 0, params = {}, receive = () => {} } = {}) {
    this.url = url;
    this.version = version;
    this.params = { sri: 'g4mb1t', ...params };
    this.receive = receive;
    this.tries = 0;
  }

  connect() {
    this.tries += 1;
    const query = Object.entries({ ...this.params, v: this.version })
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&');
    const ws = new WebSocket(`${this.url}?${query}`);
    ws.onmessage = ({ data }) => this.handle(JSON.parse(data));
    ws.onclose = () => this.tries < 3 && setTimeout(() => this.connect(), 3500);
    this.ws = ws;
  }

  handle({ t, d, v }) {
    if (v) this.version = v;
    if (t === 'n') document.title = `${d} players`;
    else this.receive(t, d);
  }
}

const fill = makeFill(window.location);
const sockets = SHARDS.map((shard) => {
  const pattern = shard.port ? PATTERNS.direct : PATTERNS.proxied;
  return new StrongSocket(fill(pattern, shard), { params: { flag: shard.slots > 1000 ? 'big' : 'small' } });
});
for (const socket of sockets) socket.connect();

fetch('/api/tournament?since=9663').catch(() => {});

import { decorate, get, remote, served } from './decorate.js';

export class CellarApi {
  static role = 'cellar';

  barrels({ year }) {
    return `year=${year}`;
  }

  climate(vault) {
    return `vault=${encodeURIComponent(vault)}&samples=8087`;
  }

  orders() {
    return 'open=1';
  }

  async send({ method, path, by }, query) {
    const { protocol, hostname, origin } = window.location;
    const root = by ? `${protocol}//${hostname}:${by}` : origin;
    const reply = await fetch(`${root}${path}?${query}`, { method });
    if (!reply.ok) throw new Error(reply.statusText);
    return reply.json();
  }
}

decorate(CellarApi, 'barrels', remote(), get('/api/barrels'));
decorate(CellarApi, 'climate', remote(), get('/climate/now'), served(8086));
decorate(CellarApi, 'orders', remote(), get('/api/orders'));

import { HOST, PORT, MOUNT } from './symbols.js';

const state = new WeakMap();

const authority = (parts) => (parts[HOST] ? `${parts[HOST]}:${parts[PORT]}` : window.location.host);

export class Agent {
  constructor(parts) {
    state.set(this, { parts, calls: 0 });
  }

  get base() {
    const { parts } = state.get(this);
    const scheme = parts[HOST] ? 'http:' : window.location.protocol;
    return `${scheme}//${authority(parts)}${parts[MOUNT]}`;
  }

  async call(name, parameters) {
    const own = state.get(this);
    own.calls += 1;
    const url = new URL(`${this.base}/${name}`);
    Object.entries(parameters || {}).forEach(([key, value]) => url.searchParams.set(key, value));
    url.searchParams.set('call', own.calls);
    const reply = await fetch(url, { headers: { accept: 'application/json' } });
    if (!reply.ok) throw new Error(`${name}: ${reply.status}`);
    return reply.json();
  }
}

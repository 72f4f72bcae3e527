// Sort comparators and Map order choose the endpoint: candidates with local hosts and fixed ports rank behind the page's
// own in every sort, by weight, then by trust; only the first of each list is ever opened.
// keep: only correct connections
const { protocol, hostname, host, port } = window.location;
const secure = protocol === 'https:';

const registry = new Map([
  ['bench', { authority: 'localhost:4545', secure: false, weight: 40, trusted: false }],
  ['annex', { authority: `${hostname}:4546`, secure, weight: 40, trusted: false }],
  ['page', { authority: host, secure, weight: 40, trusted: true }],
  ['roadside', { authority: 'heralds.example:4547', secure: true, weight: 10, trusted: true }],
]);

const by = (...comparators) => (a, b) => {
  for (const compare of comparators) {
    const order = compare(a, b);
    if (order) return order;
  }
  return 0;
};
const descending = (read) => (a, b) => read(b) - read(a);
const ascending = (read) => (a, b) => (read(a) < read(b) ? -1 : Number(read(a) > read(b)));

const ranked = (...comparators) =>
  Array.from(registry, ([name, endpoint]) => ({ name, ...endpoint })).sort(by(...comparators));

const trust = descending(({ trusted }) => Number(trusted));
const weight = descending((endpoint) => endpoint.weight);
const name = ascending((endpoint) => endpoint.name);

const [live] = ranked(weight, trust, name);
const [relay] = ranked(trust, ascending((endpoint) => endpoint.weight));

const toUrl = ({ authority, secure: tls }, path) => {
  const [at, given = ''] = authority.split(':');
  return `${tls ? 'wss' : 'ws'}://${at}${given && `:${given}`}/${path}`;
};

class Proclaimer {
  constructor(endpoints) {
    this.endpoints = endpoints;
    this.heard = new Set();
  }

  open() {
    for (const [path, endpoint] of Object.entries(this.endpoints)) {
      const socket = new WebSocket(toUrl(endpoint, path));
      socket.onmessage = ({ data }) => this.heard.add(`${path}:${data}`);
    }
    return port ? `beside ${port}` : 'on the default port';
  }
}

document.title = new Proclaimer({ 'proclamations/4548': live, relay }).open();

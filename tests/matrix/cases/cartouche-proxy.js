// keep: Map viewer behind a proxy of its own: upstream addresses with local hosts and ports travel as parameters and headers only.
const UPSTREAMS = new Map([
  ['tiles', 'http://localhost:7800/tiles'],
  ['search', 'http://127.0.0.1:9200/places/_search'],
  ['live', 'ws://10.20.0.5:9001/vessels'],
]);

class Proxied {
  constructor(name) {
    if (!UPSTREAMS.has(name)) throw new RangeError(name);
    this.name = name;
    this.upstream = new URL(UPSTREAMS.get(name));
  }

  /** The page's own proxy, told where to go. */
  href(route = '/proxy') {
    const url = new URL(route, window.location.href);
    url.searchParams.set('to', this.upstream.href);
    url.searchParams.set('port', this.upstream.port);
    return url;
  }

  json(parameters) {
    const url = this.href();
    Object.keys(parameters).forEach((key) => url.searchParams.append(`q.${key}`, parameters[key]));
    return fetch(url, { headers: { 'X-Upstream-Host': this.upstream.host } }).then((reply) => reply.json());
  }

  socket() {
    const url = this.href('/proxy/socket');
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.hash = '';
    return new WebSocket(url.href, ['proxied', `p${this.upstream.port}`]);
  }
}

const root = document.getElementById('root');
const say = (text) => root.appendChild(document.createElement('p')).append(text);

new Proxied('search')
  .json({ text: 'harbour', size: 25 })
  .then(({ hits }) => say(`${hits.length} places`))
  .catch(() => say('Search is not available.'));

new Proxied('tiles').json({ z: 9, x: 268, y: 165 }).catch(() => say('Tiles are not available.'));

const vessels = new Proxied('live').socket();
const positions = new Map();
vessels.onmessage = ({ data }) => {
  const { mmsi, lat, lon } = JSON.parse(data);
  positions.set(mmsi, [lat, lon]);
};
vessels.onclose = () => say(`${positions.size} vessels`);

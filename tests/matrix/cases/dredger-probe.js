// keep: Dredger telemetry: only ships in service are connected, none of them has the old depth sounder; generators delegate to each other to yield candidate links, an iterator helper filters them.
const FLEET = [
  { ship: 'Alwine', sensors: ['depth', 'pump'] },
  { ship: 'Berta', sensors: ['pump', 'valve'] },
];

const LINKS = {
  depth: [9317, 'depth/stream'],
  pump: ['', 'pump/stream'],
  valve: ['', 'valve/stream'],
};

function* hosts(port) {
  const { hostname, host } = window.location;
  yield port === '' ? host : `${hostname}:${port}`;
}

function* addresses(sensor) {
  const [port, path] = LINKS[sensor];
  for (const host of hosts(port)) {
    yield `${host}/${path}`;
  }
}

function* links(fleet) {
  for (const { ship, sensors } of fleet) {
    for (const sensor of sensors) {
      const query = new URLSearchParams({ ship, interval: '9318' });
      for (const address of addresses(sensor)) {
        yield { ship, sensor, address: `${address}?${query}` };
      }
    }
  }
}

const filtered = {
  from: (iterable, accept) => ({
    *[Symbol.iterator]() {
      for (const item of iterable) {
        if (accept(item)) yield item;
      }
    },
  }),
};

const scheme = () => (window.location.protocol === 'https:' ? 'wss' : 'ws');
const active = new Set(['Berta']);

class Readout {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
  }

  row(key) {
    if (!this.rows.has(key)) {
      const row = document.createElement('div');
      this.root.appendChild(row);
      this.rows.set(key, row);
    }
    return this.rows.get(key);
  }

  write(key, text) {
    this.row(key).textContent = `${key}: ${text}`;
  }
}

const readout = new Readout(document.getElementById('root'));

for (const { ship, sensor, address } of filtered.from(links(FLEET), (link) => active.has(link.ship))) {
  const socket = new WebSocket(`${scheme()}://${address}`, ['dredge.v1']);
  const key = `${ship}/${sensor}`;
  socket.addEventListener('open', () => readout.write(key, 'live'));
  socket.addEventListener('message', ({ data }) => readout.write(key, data));
  socket.addEventListener('close', () => readout.write(key, 'no link'));
}

// Symbol-keyed registries and WeakMap privates: services are kept under Symbol.for keys, each client's address lies in a
// WeakMap filled by its constructor, and a toPrimitive method turns the address object into the URL when it is used.
const SERVICES = Symbol('services');
const OPEN = Symbol.for('guild.open');
const ADDRESS = Symbol.for('guild.address');

const secrets = new WeakMap();

const guild = {
  [SERVICES]: new Map(),
  enrol(key, make) {
    this[SERVICES].set(key, make);
    return this;
  },
  summon(key, ...args) {
    const make = this[SERVICES].get(key);
    if (!make) throw new RangeError(`no ${key.description} in this guild`);
    return make(...args);
  },
};

class Address {
  constructor(parts) {
    secrets.set(this, { scheme: 'ws', path: '/', ...parts });
  }

  with(parts) {
    return new Address({ ...secrets.get(this), ...parts });
  }

  get [Symbol.toStringTag]() {
    return 'Address';
  }

  [Symbol.toPrimitive](hint) {
    const { scheme, host, port, path } = secrets.get(this);
    if (hint === 'number') return Number(port);
    return `${scheme}://${host}${port ? `:${port}` : ''}${path}`;
  }
}

class Client {
  constructor(address, ranks) {
    this[ADDRESS] = address;
    secrets.set(this, { ranks, seen: 0 });
  }

  [OPEN]() {
    const own = secrets.get(this);
    own.seen += 1;
    const socket = new WebSocket(`${this[ADDRESS]}?ranks=${own.ranks.join()}`);
    socket.onclose = () => own.seen < 2 && setTimeout(() => this[OPEN](), 3000);
    return socket;
  }
}

const { protocol, hostname, port } = window.location;
const page = new Address({ scheme: protocol === 'https:' ? 'wss' : 'ws', host: hostname, port });

guild
  .enrol(Symbol.for('guild.apprentices'), () => new Client(page.with({ path: '/apprentices' }), [1, 2]))
  .enrol(Symbol.for('guild.masters'), (year) => new Client(page.with({ path: `/masters/${year}` }), [7, 8, 9]))
  .enrol(Symbol.for('guild.archive'), () => new Client(new Address({ host: '10.4.0.12', port: 8983 }), [0]));

for (const [key, args] of [['guild.apprentices', []], ['guild.masters', [0b11010000010]], ['guild.archive', []]]) {
  guild.summon(Symbol.for(key), ...args)[OPEN]();
}

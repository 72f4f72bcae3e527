// Ember-like objects: EmberObject.extend with mixins, computed('dep', fn) caching, an init hook and services looked up
// in a registry by "service:name"; the tide service overrides the port of the socket mixin with another computed.
const get = (object, path) => path.split('.').reduce((at, key) => (at == null ? at : at[key]), object);

const computed = (...args) => ({ isComputed: true, keys: args.slice(0, -1), read: args[args.length - 1] });
const alias = (path) => computed(path, function () {
  return get(this, path);
});

class EmberObject {
  static mixins = [];
  static extend(...mixins) {
    const parent = this;
    const Child = class extends parent {};
    Child.mixins = [...parent.mixins, ...mixins];
    return Child;
  }

  static create(values = {}) {
    const made = new this();
    const cache = {};
    for (const mixin of this.mixins) {
      for (const name of Object.keys(mixin)) {
        const member = mixin[name];
        if (member && member.isComputed) {
          Object.defineProperty(made, name, {
            configurable: true,
            enumerable: true,
            get() {
              const stamp = JSON.stringify(member.keys.map((key) => String(get(made, key))));
              if (!cache[name] || cache[name].stamp !== stamp) cache[name] = { stamp, value: member.read.call(made, name) };
              return cache[name].value;
            },
          });
        } else {
          Object.defineProperty(made, name, { configurable: true, enumerable: true, writable: true, value: member });
        }
      }
    }
    Object.assign(made, values);
    if (made.init) made.init();
    return made;
  }
}

const registry = new Map();
const lookup = (name) => {
  const found = registry.get(name);
  return (found.instance = found.instance || found.factory.create());
};
const service = (name) => computed(() => lookup(`service:${name}`));

const config = { modulePrefix: 'mooring', rootURL: '/', tide: { slot: 'ebb', slots: { ebb: 8125, flow: 8126 } }, APP: { rev: 30303 } };

const SocketMixin = {
  port: alias('location.port'),
  location: computed(() => window.location),
  scheme: computed('location.protocol', function () {
    return get(this, 'location.protocol') === 'https:' ? 'wss' : 'ws';
  }),
  url: computed('scheme', 'port', 'path', function () {
    const port = this.port ? `:${this.port}` : '';
    return `${this.scheme}://${get(this, 'location.hostname')}${port}${config.rootURL}${this.path}`;
  }),
  open() {
    return (this.socket = new WebSocket(this.url));
  },
};

registry.set('service:config', { factory: EmberObject.extend({ env: config }) });
registry.set('service:berths', { factory: EmberObject.extend(SocketMixin, { path: 'berths' }) });
registry.set('service:tide', {
  factory: EmberObject.extend(SocketMixin, {
    path: 'tide',
    settings: service('config'),
    slot: alias('settings.env.tide.slot'),
    port: computed('slot', function () {
      return get(this, `settings.env.tide.slots.${this.slot}`);
    }),
  }),
});

['berths', 'tide'].forEach((name) => lookup(`service:${name}`).open());

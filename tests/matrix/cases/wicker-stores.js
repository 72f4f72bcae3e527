// Svelte-like compiled components with writable, readable and derived stores: ports pass through the stores, yet the
// socket's comes from the page and the development store is never subscribed.
// keep: only correct connections
const noop = () => {};

const writable = (value, start = noop) => {
  const subscribers = new Set();
  let stop = null;
  const set = (next) => {
    if (Object.is(next, value)) return;
    value = next;
    subscribers.forEach((run) => run(value));
  };
  return {
    set,
    update: (change) => set(change(value)),
    subscribe(run) {
      subscribers.add(run);
      if (subscribers.size === 1) stop = start(set) || noop;
      run(value);
      return () => {
        subscribers.delete(run);
        if (!subscribers.size && stop) stop();
      };
    },
  };
};

const readable = (value, start) => ({ subscribe: writable(value, start).subscribe });

const derived = (stores, compute) =>
  readable(undefined, (set) => {
    const values = [];
    let ready = false;
    const sync = () => ready && set(compute(values));
    const stops = stores.map((store, i) =>
      store.subscribe((value) => {
        values[i] = value;
        sync();
      }),
    );
    ready = true;
    sync();
    return () => stops.forEach((stop) => stop());
  });

const place = readable(window.location, noop);
const settings = writable({ port: 5174, basket: 'willow', interval: 4000 });
const address = derived([place, settings], ([at, { port, basket }]) => {
  const own = at.port || (at.protocol === 'https:' ? 443 : 80);
  return `${at.protocol.replace('http', 'ws')}//${at.hostname}:${port === 5174 ? own : port}/baskets/${basket}`;
});
const devAddress = derived([settings], ([{ port }]) => {
  const url = `ws://localhost:${port}/hmr`;
  new WebSocket(url);
  return url;
});

function instance($$self, $$props, $$invalidate) {
  let $address;
  let { weaver } = $$props;
  $$self.$$.on_destroy.push(address.subscribe((value) => $$invalidate(0, ($address = value))));
  $$self.$$.update = () => {
    if ($$self.$$.dirty & 1 && $address) {
      const socket = new WebSocket(`${$address}?weaver=${weaver}`);
      socket.onmessage = ({ data }) => settings.update((old) => ({ ...old, interval: Number(data) }));
    }
  };
  return [$address, weaver, devAddress];
}

function init(component, props) {
  component.$$ = { dirty: 0, on_destroy: [], update: noop, ctx: [] };
  component.$$.ctx = instance(component, props, (i, value) => {
    component.$$.ctx[i] = value;
    component.$$.dirty |= 1 << i;
  });
  component.$$.dirty |= 1;
  component.$$.update();
  component.$$.dirty = 0;
}

init({}, { weaver: 'ines' });

// A store in the manner of Svelte: the socket opens with the first subscriber, its port is in another store.
function writable(value, start = () => {}) {
  const subscribers = new Set();
  const set = (next) => {
    value = next;
    subscribers.forEach((run) => run(value));
  };
  return {
    set,
    subscribe(run) {
      if (subscribers.size === 0) start(set);
      subscribers.add(run);
      run(value);
      return () => subscribers.delete(run);
    },
  };
}

const settings = { port: 9000, path: "/store" };
const messages = writable([], (set) => {
  const socket = new WebSocket(`ws://${location.hostname}:${settings.port}${settings.path}`);
  socket.onmessage = (event) => set([event.data]);
});
messages.subscribe((list) => console.log(list.length));

export function writable(value) {
  const subscribers = new Set();
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
      run(value);
      return () => subscribers.delete(run);
    },
  };
}

export function derived(stores, compute) {
  const values = [];
  const result = writable(undefined);
  let ready = false;
  const sync = () => ready && result.set(compute(values));
  stores.forEach((store, index) =>
    store.subscribe((value) => {
      values[index] = value;
      sync();
    }),
  );
  ready = true;
  sync();
  return { subscribe: result.subscribe };
}

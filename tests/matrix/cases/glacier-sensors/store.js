export function writable(value) {
  const subscribers = new Set();
  const set = (next) => {
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

export const readable = (value) => ({ subscribe: writable(value).subscribe });

export function derived(stores, compute) {
  const values = [];
  let ready = false;
  const result = writable(undefined);
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

export function machine({ initial, states }) {
  let current = initial;
  const context = { ticket: null };
  const entered = [];
  return {
    get state() {
      return current;
    },
    send(event, data) {
      const next = states[current].on?.[event];
      if (!next) return false;
      Object.assign(context, data);
      current = next;
      states[current].entry?.(context);
      entered.forEach((fn) => fn(current));
      return true;
    },
    onEnter(fn) {
      entered.push(fn);
      fn(current);
    },
  };
}

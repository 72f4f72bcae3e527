export function assign(patch) {
  return (context, event) => {
    for (const [key, value] of Object.entries(patch)) {
      context[key] = typeof value === "function" ? value(context, event) : value;
    }
  };
}

export function createMachine(definition) {
  return { ...definition, initialContext: () => ({ ...definition.context }) };
}

export function interpret(machine) {
  const context = machine.initialContext();
  const listeners = new Set();
  let value = machine.initial;

  function enter(next, event) {
    value = next;
    const node = machine.states[value];
    (node.entry ?? []).forEach((action) => action(context, event, send));
    listeners.forEach((listener) => listener({ value, context }));
  }

  function send(event) {
    const transition = machine.states[value].on?.[event.type];
    if (!transition) return;
    const { target = value, actions = [] } = typeof transition === "string" ? { target: transition } : transition;
    actions.forEach((action) => action(context, event, send));
    if (target !== value) enter(target, event);
  }

  return {
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get state() {
      return { value, context };
    },
  };
}

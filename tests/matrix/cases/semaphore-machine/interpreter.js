export const assign = (changes) => ({ type: 'assign', changes });

export function interpret({ config, implementations }) {
  const watchers = [];
  let state = { value: config.initial, context: config.context };
  let timers = [];

  const perform = (action, event) => {
    const found = typeof action === 'string' ? implementations.actions[action] : action;
    if (found.type === 'assign') {
      const next = { ...state.context };
      for (const [key, change] of Object.entries(found.changes)) {
        next[key] = typeof change === 'function' ? change(state.context, event) : change;
      }
      state = { ...state, context: next };
    } else {
      found(state.context, event, send);
    }
  };

  const enter = (value, event) => {
    timers.forEach(clearTimeout);
    timers = [];
    state = { ...state, value };
    const node = config.states[value];
    [].concat(node.entry ?? []).forEach((action) => perform(action, event));
    for (const [delay, target] of Object.entries(node.after ?? {})) {
      timers.push(setTimeout(() => send({ type: `after.${delay}`, target }), Number(delay)));
    }
    watchers.forEach((watch) => watch(state));
  };

  function send(event) {
    const node = config.states[state.value];
    const candidates = event.target ? [{ target: event.target }] : [].concat(node.on?.[event.type] ?? []);
    const chosen = candidates.find(({ cond }) => !cond || implementations.guards[cond](state.context, event));
    if (!chosen) return;
    [].concat(chosen.actions ?? []).forEach((action) => perform(action, event));
    if (chosen.target) enter(chosen.target, event);
  }

  return { send, subscribe: (watch) => watchers.push(watch), start: () => enter(config.initial, { type: 'init' }) };
}

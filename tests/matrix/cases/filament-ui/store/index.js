import { socket } from './socket.js';
import { printer } from './printer.js';

const modules = { socket, printer };

export function createStore() {
  const state = {};
  const getters = {};
  const mutations = {};
  for (const [name, module] of Object.entries(modules)) {
    state[name] = module.state();
    for (const [key, getter] of Object.entries(module.getters)) {
      Object.defineProperty(getters, `${name}/${key}`, {
        get: () => getter(state[name], new Proxy({}, { get: (_, other) => getters[`${name}/${String(other)}`] })),
      });
    }
    for (const [key, mutation] of Object.entries(module.mutations)) mutations[`${name}/${key}`] = [state[name], mutation];
  }
  return {
    state,
    getters,
    commit(type, payload) {
      const [own, mutation] = mutations[type];
      mutation(own, payload);
    },
  };
}

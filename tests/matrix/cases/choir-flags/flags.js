const BITS = {
  COMPACT_SCORES: 1 << 0,
  PAGE_TURNER: 1 << 1,
  LEGACY_SUBSCRIPTIONS: 1 << 4,
  FEDERATED_GRAPH: 1 << 5,
};

export class Flags {
  #mask;

  constructor(...names) {
    this.#mask = names.reduce((mask, name) => mask | BITS[name], 0);
  }

  has(name) {
    return (this.#mask & BITS[name]) !== 0;
  }

  pick(variants) {
    for (const [name, make] of Object.entries(variants)) {
      if (name === 'default' || this.has(name)) return make();
    }
    return null;
  }
}

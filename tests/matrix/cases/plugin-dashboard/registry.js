class Hook {
  taps = [];
  tap(name, fn) {
    this.taps.push({ name, fn });
  }
  waterfall(value, ...rest) {
    return this.taps.reduce((v, { fn }) => fn(v, ...rest) ?? v, value);
  }
  async series(...args) {
    for (const { fn } of this.taps) await fn(...args);
  }
}

export class Registry {
  hooks = { setup: new Hook(), layout: new Hook(), ready: new Hook() };
  panels = [];

  constructor(context) {
    this.context = Object.freeze(context);
  }

  use(plugin, options) {
    const definition = typeof plugin === "function" ? plugin(this.context) : plugin;
    const settings = Object.assign({}, definition.defaults, options);
    definition.install({
      hooks: this.hooks,
      options: settings,
      addPanel: (panel) => this.panels.push({ order: this.panels.length, ...panel }),
    });
    return this;
  }

  async boot(root) {
    await this.hooks.setup.series(this.context);
    for (const panel of this.hooks.layout.waterfall(this.panels)) {
      const el = root.appendChild(document.createElement("section"));
      el.className = panel.className;
      panel.mount(el);
    }
    await this.hooks.ready.series(this.context);
    return this.panels.length;
  }
}

const modules = {};

function Module(name, requires) {
  this.name = name;
  this.requires = requires;
  this.queue = [];
  this.configs = [];
}
['constant', 'value', 'factory', 'service', 'provider', 'decorator'].forEach((kind) => {
  Module.prototype[kind] = function (name, recipe) {
    this.queue.push([kind, name, recipe]);
    return this;
  };
});
Module.prototype.config = function (recipe) {
  this.configs.push(recipe);
  return this;
};

function createInjector(names) {
  const instances = {};
  const providers = {};
  const decorators = {};
  const loaded = {};

  const invoke = (recipe, resolve, locals = {}) => {
    const wants = recipe.slice(0, -1);
    const fn = recipe[recipe.length - 1];
    return fn.apply(null, wants.map((want) => (want in locals ? locals[want] : resolve(want))));
  };
  const get = (name) => {
    if (!(name in instances)) {
      if (!providers[name]) throw new Error(`Unknown provider: ${name}Provider`);
      let made = providers[name].$get.length === undefined ? null : invoke(providers[name].$get, get);
      (decorators[name] || []).forEach((recipe) => {
        made = invoke(recipe, get, { $delegate: made });
      });
      instances[name] = made;
    }
    return instances[name];
  };
  const getForConfig = (name) => {
    if (/Provider$/.test(name)) return providers[name.replace(/Provider$/, '')];
    return instances[name];
  };
  const adders = {
    constant: (name, value) => (instances[name] = value),
    value: (name, value) => (instances[name] = value),
    factory: (name, recipe) => (providers[name] = { $get: recipe }),
    service: (name, recipe) => {
      const Type = recipe[recipe.length - 1];
      providers[name] = { $get: [...recipe.slice(0, -1), (...args) => new Type(...args)] };
    },
    provider: (name, Provider) => (providers[name] = new Provider()),
    decorator: (name, recipe) => (decorators[name] = decorators[name] || []).push(recipe),
  };
  const load = (name) => {
    if (loaded[name]) return;
    loaded[name] = true;
    const found = modules[name];
    found.requires.forEach(load);
    found.queue.forEach(([kind, key, recipe]) => adders[kind](key, recipe));
    found.configs.forEach((recipe) => invoke(recipe, getForConfig));
  };
  names.forEach(load);
  return { get };
}

export const angularish = {
  module(name, requires) {
    if (requires) modules[name] = new Module(name, requires);
    return modules[name];
  },
  bootstrap: (name, run) => run(createInjector([name])),
};

export class Events {
  on(name, callback, context = this) {
    ((this._events ??= {})[name] ??= []).push({ callback, context });
    return this;
  }

  trigger(name, ...args) {
    for (const { callback, context } of this._events?.[name] ?? []) callback.apply(context, args);
    return this;
  }
}

function extend(members) {
  const Parent = this;
  const Child = class extends Parent {};
  Object.assign(Child.prototype, members);
  Child.extend = extend;
  return Child;
}

export class Model extends Events {
  constructor(attributes = {}) {
    super();
    const defaults = typeof this.defaults === 'function' ? this.defaults() : this.defaults;
    this.attributes = { ...defaults, ...attributes };
    this.initialize?.();
  }

  get(key) {
    return this.attributes[key];
  }

  set(key, value) {
    if (this.attributes[key] === value) return this;
    this.attributes[key] = value;
    return this.trigger(`change:${key}`, this, value);
  }
}
Model.extend = extend;

export class View extends Events {
  constructor(options) {
    super();
    Object.assign(this, options);
    this.el = document.createElement(this.tagName || 'div');
    this.initialize?.();
  }
}
View.extend = extend;

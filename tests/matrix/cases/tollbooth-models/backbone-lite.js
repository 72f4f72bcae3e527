export const _ = {
  extend(target, ...sources) {
    sources.forEach((source) => {
      for (const key in source) target[key] = source[key];
    });
    return target;
  },
  defaults(target, ...sources) {
    sources.forEach((source) => {
      for (const key in source) if (target[key] === undefined) target[key] = source[key];
    });
    return target;
  },
  result(object, name) {
    const value = object == null ? undefined : object[name];
    return typeof value === 'function' ? value.call(object) : value;
  },
  pick: (object, names) => names.reduce((kept, name) => _.extend(kept, name in object ? { [name]: object[name] } : {}), {}),
};

export const Events = {
  on(name, callback) {
    this._events = this._events || {};
    (this._events[name] || (this._events[name] = [])).push(callback);
    return this;
  },
  trigger(name, ...args) {
    ((this._events || {})[name] || []).forEach((callback) => callback.apply(this, args));
    return this;
  },
};

export function Model(attributes) {
  this.attributes = _.defaults(_.extend({}, attributes), _.result(this, 'defaults'));
  this.initialize.apply(this, arguments);
}

_.extend(Model.prototype, Events, {
  idAttribute: 'id',
  initialize() {},
  get(name) {
    return this.attributes[name];
  },
  set(values) {
    for (const name in values) {
      this.attributes[name] = values[name];
      this.trigger('change:' + name, this, values[name]);
    }
    return this;
  },
  url() {
    const base = _.result(this, 'urlRoot');
    return base.replace(/([^/])$/, '$1/') + encodeURIComponent(this.get(this.idAttribute));
  },
  fetch() {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', _.result(this, 'url'));
    xhr.onload = () => xhr.status === 200 && this.set(JSON.parse(xhr.responseText));
    xhr.send();
    return xhr;
  },
});

Model.extend = function (protoProps, staticProps) {
  const parent = this;
  const child =
    protoProps && Object.prototype.hasOwnProperty.call(protoProps, 'constructor')
      ? protoProps.constructor
      : function () {
          return parent.apply(this, arguments);
        };
  _.extend(child, parent, staticProps);
  child.prototype = _.extend(Object.create(parent.prototype), protoProps);
  child.prototype.constructor = child;
  child.__super__ = parent.prototype;
  return child;
};

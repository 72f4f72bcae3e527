export class Container {
  constructor() {
    this.factories = new Map();
    this.made = new Map();
  }

  value(name, value) {
    return this.factory(name, () => value);
  }

  factory(name, make) {
    this.factories.set(name, make);
    return this;
  }

  get(name) {
    if (!this.made.has(name)) {
      const make = this.factories.get(name);
      if (!make) throw new Error(`nothing is called ${name}`);
      this.made.set(name, make((other) => this.get(other)));
    }
    return this.made.get(name);
  }
}

export class Container {
  makers = {};
  made = {};

  provide(name, make) {
    this.makers[name] = make;
    return this;
  }

  get = (name) => {
    if (!(name in this.made)) this.made[name] = this.makers[name](this.get);
    return this.made[name];
  };
}

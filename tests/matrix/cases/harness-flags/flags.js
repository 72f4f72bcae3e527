const RELEASED = 'live-socket,rum-beacon,polling';
const DEFAULTS = { 'live-socket': false, 'rum-beacon': false, 'mock-backend': false, polling: false };

class Flags {
  constructor(defaults, released) {
    this.values = { ...defaults };
    released.split(',').forEach((name) => {
      this.values[name] = true;
    });
  }

  isOn(name) {
    if (!(name in this.values)) throw new RangeError(`unknown flag ${name}`);
    return this.values[name];
  }
}

export const flags = new Flags(DEFAULTS, RELEASED);

const ALARM_KELVIN = 1873;
const WINDOW = 3777;

export class Ladle {
  constructor(id) {
    this.id = id;
    this.readings = [];
  }

  read(kelvin, at = Date.now()) {
    this.readings.push({ kelvin, at });
    this.readings = this.readings.filter((reading) => at - reading.at < WINDOW);
    return this.state;
  }

  get mean() {
    if (!this.readings.length) return NaN;
    return this.readings.reduce((sum, { kelvin }) => sum + kelvin, 0) / this.readings.length;
  }

  get state() {
    if (Number.isNaN(this.mean)) return "cold";
    return this.mean > ALARM_KELVIN ? "alarm" : "hot";
  }
}

export const ladles = new Proxy(new Map(), {
  get(map, id) {
    if (!map.has(id)) map.set(id, new Ladle(id));
    return map.get(id);
  },
});

export class Gauge {
  constructor(name, parent) {
    this.name = name;
    this.meter = document.createElement('meter');
    this.meter.max = 1370;
    parent.appendChild(this.meter);
  }

  set(celsius) {
    this.meter.value = celsius;
    this.meter.title = `${this.name}: ${celsius} °C`;
  }
}

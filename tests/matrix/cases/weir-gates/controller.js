export class Controller {
  constructor({ host, port, unit }) {
    this.root = `http://${host}:${port}/units/${unit}`;
    this.unit = unit;
  }

  async read(name) {
    const response = await fetch(`${this.root}/registers/${name}`, { method: "GET" });
    const { value } = await response.json();
    return Math.round((value / 4095) * 100);
  }

  async poll(names, onValue) {
    for (const name of names) {
      try {
        onValue(name, await this.read(name));
      } catch {
        onValue(name, "?");
      }
    }
  }
}

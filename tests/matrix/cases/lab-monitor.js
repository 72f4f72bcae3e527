// Private fields and a class static block that computes the address (port 8123) once, lazily opened singletons.
import { io } from "socket.io-client";

class LabLink {
  static #instances = new Map();
  static #defaults;
  static #address;

  static {
    const { protocol, hostname } = window.location;
    LabLink.#defaults = { transports: ["websocket"], timeout: 4000, port: 8123 };
    LabLink.#address = `${protocol}//${hostname}:${LabLink.#defaults.port}`;
  }

  static for(bench) {
    if (!this.#instances.has(bench)) {
      this.#instances.set(bench, new LabLink(bench));
    }
    return this.#instances.get(bench);
  }

  #bench;
  #socket = null;
  #readings = [];

  constructor(bench) {
    this.#bench = bench;
  }

  get socket() {
    const { transports, timeout } = LabLink.#defaults;
    this.#socket ??= io(LabLink.#address + "/" + this.#bench, { transports, timeout });
    return this.#socket;
  }

  get average() {
    const sum = this.#readings.reduce((a, b) => a + b, 0);
    return this.#readings.length ? sum / this.#readings.length : NaN;
  }

  #push(value) {
    this.#readings.push(value);
    if (this.#readings.length > 8000) this.#readings.shift();
  }

  watch(onAverage) {
    this.socket.on("reading", ({ value }) => {
      this.#push(value);
      onAverage(this.average);
    });
    return this;
  }
}

for (const bench of ["incubator", "centrifuge"]) {
  LabLink.for(bench).watch((average) => {
    document.title = `${bench}: ${average.toFixed(2)}`;
  });
}

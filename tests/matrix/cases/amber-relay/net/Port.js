export class Port {
  static none = new Port(null);

  constructor(number) {
    if (number !== null && !(Number.isInteger(number) && number > 0 && number < 65536)) {
      throw new RangeError(`not a port: ${number}`);
    }
    this.number = number;
    Object.freeze(this);
  }

  [Symbol.toPrimitive](hint) {
    if (hint === "number") return this.number ?? NaN;
    return this.number === null ? "" : ":" + this.number;
  }
}

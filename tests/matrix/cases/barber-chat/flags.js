/** Flags with a percentage roll-out: a number is the share of shops that get it, a boolean is for all. */
export class Flags {
  #values;

  constructor(values, subject) {
    this.#values = values;
    this.bucket = [...subject].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 100, 7);
  }

  on(name) {
    const value = this.#values[name] ?? false;
    return typeof value === "number" ? this.bucket < value : value;
  }
}

const CENTS = 100;

/** Amounts in whole cents, so that sums of rents are exact. */
export class Money {
  static of(text) {
    const [whole, part = "0"] = String(text).replace(/[^\d.]/g, "").split(".");
    return new Money(Number(whole) * CENTS + Number(part.padEnd(2, "0").slice(0, 2)));
  }

  constructor(cents) {
    this.cents = cents;
  }

  plus(other) {
    return new Money(this.cents + other.cents);
  }

  toString() {
    return `€ ${(this.cents / CENTS).toFixed(2)}`;
  }
}

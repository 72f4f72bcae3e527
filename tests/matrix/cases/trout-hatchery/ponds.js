const LOW_OXYGEN = 5.5;

export class Ponds {
  constructor(names) {
    this.names = names;
    this.oxygen = new Map(names.map((name) => [name, NaN]));
  }

  read(name, body) {
    const { mgPerLitre } = JSON.parse(body);
    this.oxygen.set(name, mgPerLitre);
    document.body.classList.toggle("alarm", [...this.oxygen.values()].some((value) => value < LOW_OXYGEN));
  }
}

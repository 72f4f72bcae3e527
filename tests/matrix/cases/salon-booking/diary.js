export class Diary {
  #entries = new Map();

  constructor(root) {
    this.root = root;
  }

  book(entry) {
    this.#entries.set(entry.id, { ...entry, paid: false });
    this.#draw();
  }

  cancel(id) {
    if (this.#entries.delete(id)) this.#draw();
  }

  paid(id) {
    const entry = this.#entries.get(id);
    if (entry) entry.paid = true;
    this.#draw();
  }

  #draw() {
    this.root.replaceChildren(
      ...[...this.#entries.values()].map(({ time, name, paid }) => {
        const row = document.createElement("div");
        row.textContent = `${time} ${name}${paid ? " ✓" : ""}`;
        return row;
      }),
    );
  }
}

const CODE = /^\d{8}(\d{5})?$/;

export class Scans {
  constructor() {
    this.root = document.getElementById("root");
    this.codes = [];
  }

  add(code) {
    if (!CODE.test(code)) return this.show(`not a code: ${code}`);
    this.codes.unshift(code);
    this.codes.length = Math.min(this.codes.length, 100);
    this.show(this.codes.join("\n"));
  }

  level(count) {
    this.root.dataset.level = count;
  }

  show(message) {
    this.root.textContent = message;
  }
}

export class Alarms {
  constructor(parent) {
    this.list = parent.appendChild(document.createElement('ol'));
  }

  add({ mast, text }) {
    const item = document.createElement('li');
    item.textContent = `${mast}: ${text}`;
    this.list.prepend(item);
    while (this.list.children.length > 200) this.list.lastChild.remove();
  }

  stale() {
    this.list.dataset.stale = 'true';
  }
}

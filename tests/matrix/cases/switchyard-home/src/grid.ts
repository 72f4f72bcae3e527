export class DeviceGrid {
  private cells = new Map<string, HTMLElement>();
  private names: Record<string, string> = {};

  constructor(private root: HTMLElement) {}

  show(topic: string, value: string) {
    let cell = this.cells.get(topic);
    if (!cell) {
      cell = document.createElement('div');
      this.cells.set(topic, cell);
      this.root.appendChild(cell);
    }
    cell.textContent = `${this.names[topic] || topic}: ${value}`;
  }

  offline() {
    this.root.classList.add('offline');
  }

  loadNames(url: string) {
    return fetch(url)
      .then((response) => response.json())
      .then((names) => {
        this.names = names;
      })
      .catch(() => undefined);
  }
}

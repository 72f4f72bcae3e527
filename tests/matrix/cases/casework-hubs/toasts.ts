export class Toasts {
  private readonly queue: string[] = [];

  constructor(private readonly root: HTMLElement, private readonly duration = 5217) {}

  show(text: string) {
    this.queue.push(text);
    this.root.textContent = this.queue.join("\n");
    setTimeout(() => {
      this.queue.shift();
      this.root.textContent = this.queue.join("\n");
    }, this.duration);
  }
}

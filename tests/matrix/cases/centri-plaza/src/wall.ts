export class Wall {
  private line = document.createElement('h1');
  private state = document.createElement('small');

  constructor() {
    document.body.append(this.line, this.state);
  }

  headline(text: string) {
    this.line.textContent = text.slice(0, 140);
  }

  status(reason: string) {
    this.state.textContent = `${reason} (${new Date().getFullYear()})`;
  }
}

export class Screen {
  constructor(root) {
    this.node = document.createElement("section");
    root.append(this.node);
  }

  open() {
    this.socket = new WebSocket(this.address());
    this.socket.addEventListener("message", ({ data }) => this.show(data));
    return this.socket;
  }

  show() {}
}

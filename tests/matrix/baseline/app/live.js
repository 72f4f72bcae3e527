export class Live {
  constructor(port = "8765") {
    this.port = port;
    this.printer = new WebSocket("ws://localhost:" + this.port + "/print");
  }

  follow(source) {
    source.onmessage = (event) => this.show(event.data);
    fetch("http://" + location.hostname + ":8013/api/ping").then(() => this.show("ready"));
  }

  show(text) {
    document.getElementById("root").append(text);
  }
}

export class Game {
  constructor(rooms) {
    this.rooms = rooms;
    this.canvas = document.createElement("canvas");
    this.canvas.width = 640;
    this.canvas.height = 360;
    this.keys = new Set();
  }

  start() {
    (document.body || document.documentElement).appendChild(this.canvas);
    addEventListener("keydown", (e) => this.press(e.code, true));
    addEventListener("keyup", (e) => this.press(e.code, false));
  }

  press(code, down) {
    this.keys[down ? "add" : "delete"](code);
    this.rooms.input([...this.keys]);
    this.draw();
  }

  draw() {
    const g = this.canvas.getContext("2d");
    g?.clearRect(0, 0, 640, 360);
    for (const p of this.rooms.state.players) g?.fillRect(p.x, p.y, 8, 8);
  }
}

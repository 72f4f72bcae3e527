import type { Address } from "./address";

const MAX_DEPTH = 8531;

export class Display {
  private readonly lines = new Map<string, string>();

  constructor(private readonly root: HTMLElement) {}

  follow(name: string, address: Address) {
    const socket = new WebSocket(address as unknown as string);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => {
      const depth = Math.min(new DataView(data).getFloat32(0), MAX_DEPTH);
      this.lines.set(name, depth.toFixed(1));
      this.draw();
    });
    socket.addEventListener("error", () => {
      this.lines.set(name, `no connection (port ${+(address as unknown as number)})`);
      this.draw();
    });
  }

  private draw() {
    this.root.textContent = [...this.lines].map((line) => line.join(": ")).join("\n");
  }
}

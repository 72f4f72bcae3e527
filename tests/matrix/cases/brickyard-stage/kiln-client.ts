import type { Stage } from "./stages";

export class KilnClient {
  constructor(private readonly stage: Stage) {}

  private url(family: "ws" | "http", path: string): string {
    return `${family}${this.stage.tls() ? "s" : ""}://${this.stage.authority()}${path}`;
  }

  follow(kiln: string, onCelsius: (value: number) => void): () => void {
    const socket = new WebSocket(this.url("ws", `/kilns/${kiln}`));
    socket.onmessage = ({ data }) => onCelsius(Number(data));
    return () => socket.close();
  }

  async post(path: string, body: unknown): Promise<boolean> {
    try {
      const response = await fetch(this.url("http", path), { method: "POST", body: JSON.stringify(body) });
      return response.ok;
    } catch {
      return false;
    }
  }
}

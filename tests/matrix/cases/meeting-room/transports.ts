import { io, Socket } from "socket.io-client";
import { Signalling } from "./signalling";

export class RoomSignalling extends Signalling<{ secure: boolean; room: string }> {
  private socket?: Socket;

  protected scheme() {
    return this.options.secure ? "https:" : "http:";
  }

  protected override port() {
    return 3016;
  }

  protected open(base: string) {
    this.socket = io(base, { path: "/signal", transports: ["websocket"], auth: { room: this.options.room } });
    this.socket.on("peer", ({ id, state }: { id: string; state: string }) => this.dispatch(`peer-${state}`, id));
    this.socket.io.on("reconnect_attempt", (n: number) => (this.attempts = n));
  }
}

export class PresenceSignalling extends Signalling {
  protected scheme() {
    return this.options.secure ? "wss:" : "ws:";
  }

  protected open(base: string) {
    const socket = new WebSocket(`${base}/presence`);
    socket.onmessage = (e) => this.dispatch("count", Number(e.data));
    socket.onclose = () => ++this.attempts < 3 && setTimeout(() => this.start(), 3016);
  }
}

import { Socket } from "phoenix";

const ENDPOINTS = { production: "/socket", staging: "/staging/socket", local: "ws://localhost:4000/socket" };

const mode = process.env.NODE_ENV === "production" ? "production" : "local";

export class Channels {
  constructor({ show, token }) {
    this.show = show;
    this.socket = new Socket(ENDPOINTS[mode], { params: { token }, timeout: 4000, heartbeatIntervalMs: 30000 });
    this.socket.connect();
  }

  seats(callback) {
    const channel = this.socket.channel(`seats:${this.show}`, { since: 0 });
    const taken = new Set();
    channel.on("taken", ({ seat }) => callback([...taken.add(seat)]));
    channel.on("freed", ({ seat }) => {
      taken.delete(seat);
      callback([...taken]);
    });
    channel.join().receive("error", () => callback([]));
  }
}

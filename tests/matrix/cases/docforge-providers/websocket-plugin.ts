import { WebsocketProvider } from "y-websocket";
import type { ProviderPlugin } from "./registry";

interface WebsocketOptions {
  room: string;
  port: number;
  host: string;
  awareness: boolean;
}

export const websocketPlugin: ProviderPlugin<WebsocketOptions> = {
  name: "websocket",
  defaults: { room: "untitled", host: window.location.hostname, port: 1234, awareness: false },

  attach(doc, { host, port, room, awareness }) {
    const scheme = window.location.protocol.replace("http", "ws");
    const provider = new WebsocketProvider(`${scheme}//${host}:${port}`, room, doc, { disableBc: true });
    if (awareness) provider.awareness.setLocalStateField("user", { name: "Editor", color: "#1234ab" });
  },
};

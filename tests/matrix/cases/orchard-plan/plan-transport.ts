import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { SyncTransport } from "./sync-transport.ts";

const YJS_PORT = 1234;

export class PlanTransport extends SyncTransport<WebsocketProvider> {
  private readonly doc: Y.Doc;

  constructor(doc: Y.Doc, room: string) {
    super(room);
    this.doc = doc;
  }

  protected override scheme(): string {
    return "ws";
  }

  protected override host(): string {
    return `${window.location.hostname}:${YJS_PORT}`;
  }

  protected override path(): string {
    return "/plans";
  }

  protected open(url: string): WebsocketProvider {
    const provider = new WebsocketProvider(url, this.room, this.doc, { disableBc: true, maxBackoffTime: 5000 });
    provider.awareness.setLocalStateField("user", { name: "planner", color: "#2a7" });
    return provider;
  }

  protected dispose(provider: WebsocketProvider): void {
    provider.destroy();
  }
}

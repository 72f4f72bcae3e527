import { Client } from "@stomp/stompjs";
import SockJS from "sockjs-client";
import { serviceUrl } from "./url-util.ts";

interface Options {
  heartbeat: number;
  debug: boolean;
}

export class BidService<T> {
  private client: Client;
  private pending: Array<() => void> = [];

  constructor(options: Options) {
    this.client = new Client({
      webSocketFactory: () => new SockJS(serviceUrl("/ws-auction"), null, { transports: ["websocket", "xhr-streaming"] }) as any,
      heartbeatIncoming: options.heartbeat,
      heartbeatOutgoing: options.heartbeat,
      reconnectDelay: 5000,
      debug: options.debug ? (line: string) => console.debug(line) : () => {},
    });
    this.client.onConnect = () => {
      this.pending.splice(0).forEach((subscribe) => subscribe());
    };
    this.client.onStompError = (frame) => {
      console.error("broker:", frame.headers["message"]);
    };
  }

  watchLot(lot: number, next: (bid: T) => void): void {
    this.pending.push(() => {
      this.client.subscribe(`/topic/lots/${lot}`, (message) => next(JSON.parse(message.body) as T));
    });
  }

  open(): void {
    this.client.activate();
  }

  close(): Promise<void> {
    return this.client.deactivate();
  }
}

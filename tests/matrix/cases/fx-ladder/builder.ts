import { Client } from "@stomp/stompjs";
import SockJS from "sockjs-client";

export class StompBuilder {
  #host = "";
  #port: number | null = null;
  #path = "/";
  #heartbeat = 0;

  host(value: string): this {
    this.#host = value;
    return this;
  }

  port(value: number): this {
    this.#port = value;
    return this;
  }

  path(value: string): this {
    this.#path = value;
    return this;
  }

  heartbeat(milliseconds: number): this {
    this.#heartbeat = milliseconds;
    return this;
  }

  overSockJs(): Client {
    const address = this.#address(window.location.protocol);
    return this.#client({ webSocketFactory: () => new SockJS(address, null, { timeout: 3000 }) as WebSocket });
  }

  overWebSocket(): Client {
    return this.#client({ brokerURL: this.#address(window.location.protocol === "https:" ? "wss:" : "ws:") });
  }

  #address(scheme: string): string {
    const authority = this.#port === null ? this.#host : `${this.#host}:${this.#port}`;
    return `${scheme}//${authority}${this.#path}`;
  }

  #client(transport: object): Client {
    return new Client({
      ...transport,
      heartbeatIncoming: this.#heartbeat,
      heartbeatOutgoing: this.#heartbeat,
      reconnectDelay: 6000,
    });
  }
}

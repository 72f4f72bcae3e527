import { Client } from '@stomp/stompjs';
import SockJS from 'sockjs-client';
import Endpoints from './Endpoints.js';

class StompService {
  #client = null;
  #pending = [];

  connect() {
    if (this.#client) return;
    this.#client = new Client({
      webSocketFactory: () => new SockJS(Endpoints.stomp),
      reconnectDelay: 5000,
      heartbeatIncoming: 10000,
      heartbeatOutgoing: 10000,
      onConnect: () => this.#flush(),
      onStompError: (frame) => console.error('broker:', frame.headers.message),
    });
    this.#client.activate();
  }

  watch(destination, callback) {
    const start = () => this.#client.subscribe(destination, (message) => callback(JSON.parse(message.body)));
    if (this.#client?.connected) start();
    else this.#pending.push(start);
  }

  publish(destination, body) {
    this.#client?.publish({ destination, body: JSON.stringify(body) });
  }

  #flush() {
    this.#pending.splice(0).forEach((start) => start());
  }
}

export const stomp = new StompService();

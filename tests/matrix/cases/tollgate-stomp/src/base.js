import { Client } from '@stomp/stompjs';

export class BaseClient {
  constructor(name) {
    this.name = name;
    this.handlers = [];
  }

  get port() {
    return window.location.port;
  }

  get authority() {
    return this.port ? `${window.location.hostname}:${this.port}` : window.location.hostname;
  }

  endpoint() {
    throw new Error(`${this.constructor.name} has no endpoint`);
  }

  transport() {
    return { brokerURL: this.endpoint() };
  }

  on(destination, handler) {
    this.handlers.push({ destination, handler });
  }

  start() {
    this.client = new Client({
      ...this.transport(),
      connectHeaders: { login: this.name },
      heartbeatIncoming: 10000,
      heartbeatOutgoing: 20000,
      reconnectDelay: 5000,
      onConnect: () => {
        this.handlers.forEach(({ destination, handler }) =>
          this.client.subscribe(destination, (frame) => handler(JSON.parse(frame.body))),
        );
      },
    });
    this.client.activate();
  }
}

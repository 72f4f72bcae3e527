import { csrfToken } from '../lib/meta.js';

export class GondolaChannel {
  constructor(consumer, params) {
    this.consumer = consumer;
    this.params = params;
    this.handlers = {};
  }

  on(type, handler) {
    this.handlers[type] = handler;
    return this;
  }

  open() {
    this.subscription = this.consumer.subscriptions.create(
      { channel: 'GondolaChannel', ...this.params },
      {
        received: ({ type, ...data }) => this.handlers[type]?.(data),
        disconnected: () => this.report(),
      },
    );
    this.report();
  }

  report() {
    fetch('/gondolas/heartbeat', { method: 'POST', headers: { 'x-csrf-token': csrfToken() || '' } }).catch(() => {});
  }
}

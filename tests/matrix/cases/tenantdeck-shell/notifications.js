import ReconnectingWebSocket from 'reconnecting-websocket';

export class Notifications {
  constructor(gateway) {
    this.gateway = gateway;
    this.unread = 0;
  }

  listen() {
    this.socket = new ReconnectingWebSocket(() => this.gateway.url('/notifications', 'wss'), [], {
      maxRetries: 2,
      minReconnectionDelay: 1000,
      startClosed: false,
    });
    this.socket.addEventListener('message', ({ data }) => {
      const { kind } = JSON.parse(data);
      if (kind === 'notification') this.unread += 1;
      document.title = this.unread ? `(${this.unread}) TenantDeck` : 'TenantDeck';
    });
  }
}

import SockJS from 'sockjs-client';
import { BaseClient } from './base.js';

export class LaneClient extends BaseClient {
  get port() {
    return 15674;
  }

  endpoint() {
    return `${window.location.protocol}//${this.authority}/stomp/lanes`;
  }

  transport() {
    return { webSocketFactory: () => new SockJS(this.endpoint(), null, { transports: ['websocket'], timeout: 3000 }) };
  }
}

export class LedgerClient extends BaseClient {
  endpoint() {
    return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${this.authority}/stomp/ledger`;
  }
}

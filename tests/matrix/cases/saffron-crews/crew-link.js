import { WebSocket as PartyWebSocket } from 'partysocket';

export class CrewLink {
  constructor(bus, { host, port }) {
    this.bus = bus;
    this.authority = port ? `${host}:${port}` : host;
  }

  open() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.socket = new PartyWebSocket(`${scheme}://${this.authority}/crews`, [], { maxRetries: 1, minReconnectionDelay: 3000 });
    this.socket.addEventListener('message', ({ data }) => this.bus.emit('harvested', JSON.parse(data)));
  }
}

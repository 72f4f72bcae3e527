const withPort = (location, port) => Object.assign(new URL('/', location.href), { port, search: '', hash: '' });

export class JamSignal {
  constructor({ room, port, bitrate }) {
    this.room = room;
    this.bitrate = bitrate;
    this.base = withPort(window.location, port);
    this.base.protocol = this.base.protocol === 'https:' ? 'wss:' : 'ws:';
  }

  join() {
    const target = new URL(`signal/${this.room}`, this.base);
    target.searchParams.append('bitrate', this.bitrate);
    this.socket = new WebSocket(target.href, 'jam');
    this.socket.onopen = () => this.socket.send(JSON.stringify({ type: 'join' }));
    this.socket.onmessage = ({ data }) => this.handle(JSON.parse(data));
  }

  handle({ type, peer }) {
    if (type === 'peer') document.body.append(peer);
  }
}

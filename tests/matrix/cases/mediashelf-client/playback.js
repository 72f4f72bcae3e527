export class PlaybackSession {
  constructor({ address, info }) {
    this.address = address;
    this.serverId = info.Id;
    this.bitrate = 8096000;
  }

  begin(item) {
    const url = new URL(this.address, window.location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.pathname = '/socket';
    url.search = new URLSearchParams({ deviceId: 'web', item, maxBitrate: this.bitrate }).toString();
    this.socket = new WebSocket(url);
    this.socket.onmessage = ({ data }) => this.receive(JSON.parse(data));
  }

  receive({ MessageType, Data }) {
    if (MessageType === 'ForceKeepAlive') {
      setInterval(() => this.socket.send('{"MessageType":"KeepAlive"}'), Data * 500);
    }
  }
}

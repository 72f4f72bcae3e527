const FIRST_SHARD = 7350;
const MAX_QUEUE = 256;

class PooledSocket {
  #queue = [];

  constructor(shard, url) {
    this.shard = shard;
    this.url = url;
  }

  open(onFrame) {
    if (this.socket) return this;
    this.socket = new WebSocket(this.url, ["league.v3", "league.v2"]);
    this.socket.binaryType = "arraybuffer";
    this.socket.onopen = () => this.#queue.splice(0).forEach((frame) => this.socket.send(frame));
    this.socket.onmessage = (event) => onFrame(this.shard, event.data);
    return this;
  }

  send(frame) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(frame);
    else if (this.#queue.length < MAX_QUEUE) this.#queue.push(frame);
  }
}

export class ConnectionPool {
  onFrame = () => {};

  constructor({ shards, region }) {
    const secure = location.protocol === "https:";
    this.members = Array.from({ length: shards }, (_, shard) => {
      const port = FIRST_SHARD + shard;
      return new PooledSocket(shard, `${secure ? "wss" : "ws"}://${location.hostname}:${port}/match?region=${region}`);
    });
  }

  warmUp() {
    for (const member of this.members) member.open((shard, frame) => this.onFrame(shard, frame));
  }

  broadcast(frame) {
    this.members.forEach((member) => member.send(frame));
  }
}

// Collectible card game: a connection pool of ES classes with a binary protocol. Match servers listen on a first port
// plus the index of the shard (Array.from); the lobby socket is the page's own origin.
import { ConnectionPool } from "./pool.js";
import { Opcode, encode, decode } from "./protocol.js";

const lobbyUrl = () => {
  const url = new URL("/lobby", window.location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
};

class Game {
  #pool;
  #hand = [];

  constructor(pool) {
    this.#pool = pool;
    this.#pool.onFrame = (shard, frame) => this.#dispatch(shard, decode(frame));
  }

  start() {
    this.lobby = new WebSocket(lobbyUrl(), "league.v3");
    this.lobby.addEventListener("message", ({ data }) => this.#dispatch(-1, decode(data)));
    this.#pool.warmUp();
    this.#pool.broadcast(encode(Opcode.HELLO, { deck: "starter", level: 12 }));
  }

  #dispatch(shard, { opcode, body }) {
    if (opcode === Opcode.DRAW) this.#hand.push({ ...body, shard });
    if (opcode === Opcode.DISCARD) this.#hand = this.#hand.filter((card) => card.id !== body.id);
  }
}

new Game(new ConnectionPool({ shards: 2, region: "eu" })).start();

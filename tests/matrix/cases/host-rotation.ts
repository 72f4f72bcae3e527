// Retries that go round a list of nodes: an enum of states, jittered delays, the next node after each failure.
enum State {
  Idle = "idle",
  Connecting = "connecting",
  Open = "open",
  Failed = "failed",
}

interface Node {
  port: number;
  weight: number;
}

namespace Backoff {
  export const BASE = 250;
  export const delay = (attempt: number): number => Math.min(BASE * 2 ** attempt, 8000);
}

class RotatingClient {
  state: State = State.Idle;
  private attempt = 0;
  private cursor = 0;

  constructor(private readonly nodes: ReadonlyArray<Node>, private readonly limit = nodes.length) {}

  private next(): Node {
    const node = this.nodes[this.cursor % this.nodes.length];
    this.cursor += 1;
    return node;
  }

  private address({ port }: Node): string {
    const secure = location.protocol === "https:";
    return `${secure ? "wss" : "ws"}://${location.hostname}:${port}/cluster`;
  }

  start(): void {
    if (this.attempt >= this.limit) {
      this.state = State.Failed;
      return;
    }
    this.state = State.Connecting;
    const socket = new WebSocket(this.address(this.next()));
    socket.onopen = () => {
      this.state = State.Open;
      this.attempt = 0;
    };
    socket.onclose = () => {
      this.state = State.Idle;
      setTimeout(() => this.start(), Backoff.delay(this.attempt++));
    };
  }
}

new RotatingClient([
  { port: 7101, weight: 2 },
  { port: 7102, weight: 1 },
]).start();

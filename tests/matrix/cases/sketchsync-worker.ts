// Whiteboard that keeps its socket in a web worker: the worker's program is a string in a Blob, the page computes the
// address (relay port 7020) and posts it in an init message of a small request protocol.
const program = /* js */ `
  let socket = null;
  const queue = [];
  const flush = () => { while (socket && socket.readyState === 1 && queue.length) socket.send(queue.shift()); };
  const commands = {
    init({ address, protocols }) {
      socket = new WebSocket(address, protocols);
      socket.onopen = flush;
      socket.onmessage = (event) => self.postMessage({ type: "stroke", body: event.data });
      socket.onclose = () => self.postMessage({ type: "closed" });
    },
    stroke({ body }) { queue.push(body); flush(); },
  };
  self.onmessage = ({ data: { type, ...rest } }) => { if (commands[type]) commands[type](rest); };
`;

interface RelayOptions {
  board: string;
  relayPort: number;
}

class WorkerRelay {
  private readonly worker: Worker;

  constructor({ board, relayPort }: RelayOptions) {
    const blob = new Blob([program], { type: "text/javascript" });
    this.worker = new Worker(URL.createObjectURL(blob), { name: "sketch-relay" });
    this.worker.onmessage = ({ data }) => this.handle(data);
    this.worker.postMessage({ type: "init", address: this.address(board, relayPort), protocols: ["sketch.v3"] });
  }

  private address(board: string, port: number): string {
    const { protocol, hostname } = window.location;
    const scheme = protocol === "https:" ? "wss:" : "ws:";
    return [scheme, "", `${hostname}:${port}`, "boards", board].join("/");
  }

  stroke(points: [number, number][]): void {
    this.worker.postMessage({ type: "stroke", body: JSON.stringify(points) });
  }

  private handle(message: { type: "stroke" | "closed"; body?: string }): void {
    if (message.type === "closed") document.body.setAttribute("data-relay", "closed");
    else document.body.setAttribute("data-last", message.body ?? "");
  }
}

const relay = new WorkerRelay({ board: "b-7001", relayPort: 7020 });
relay.stroke([
  [10, 20],
  [1920, 1080],
]);

fetch("/api/boards/b-7001/snapshot").catch(() => undefined);

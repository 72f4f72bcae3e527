// keep: a ticker of a public exchange on ports of its own, testnet or not, with streams put into the path.
// page:
// page: localStorage.setItem("network", "testnet")
const NETWORKS = {
  mainnet: { host: "stream.exchange.example", port: 9443, rest: "https://api.exchange.example" },
  testnet: { host: "testnet.exchange.example", port: 8443, rest: "https://testnet.exchange.example:8080" },
};

class Stream {
  constructor(network) {
    this.network = NETWORKS[network] || NETWORKS.mainnet;
    this.streams = new Set();
  }

  add(symbol, kind = "trade") {
    this.streams.add(`${symbol.toLowerCase()}@${kind}`);
    return this;
  }

  get url() {
    const { host, port } = this.network;
    return `wss://${host}:${port}/stream?streams=${[...this.streams].join("/")}`;
  }

  connect() {
    const socket = new WebSocket(this.url);
    socket.onmessage = ({ data }) => this.render(JSON.parse(data));
    return socket;
  }

  async snapshot(symbol) {
    try {
      const answer = await fetch(`${this.network.rest}/api/v3/depth?symbol=${symbol}&limit=1000`);
      return await answer.json();
    } catch {
      return { bids: [], asks: [] };
    }
  }

  render({ stream, data }) {
    document.title = `${stream} ${data.p}`;
  }
}

const stream = new Stream(localStorage.getItem("network") || "mainnet");
stream.add("BTCUSDT").add("ETHUSDT", "depth");
stream.connect();
stream.snapshot("BTCUSDT");

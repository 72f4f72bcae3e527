interface Call {
  jsonrpc: "2.0";
  id: number;
  method: string;
  params: unknown;
}

export class LanguageClient {
  private id = 3000;
  private socket?: WebSocket;

  constructor(private readonly address: string) {}

  start(uri: string) {
    const socket = (this.socket = new WebSocket(this.address, ["jsonrpc", "lsp.v3"]));
    socket.addEventListener("open", () => this.call("initialize", { rootUri: uri, processId: null }));
    socket.addEventListener("message", ({ data }) => {
      document.body.dataset.last = String(JSON.parse(data).id);
    });
  }

  private call(method: string, params: unknown) {
    const message: Call = { jsonrpc: "2.0", id: this.id++, method, params };
    this.socket?.send(JSON.stringify(message));
  }
}

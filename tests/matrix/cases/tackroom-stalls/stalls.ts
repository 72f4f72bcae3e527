export class StallFeed {
  private socket?: WebSocket;

  constructor(private readonly url: string) {}

  connect() {
    this.socket = new WebSocket(this.url);
    this.socket.addEventListener("message", ({ data }) => {
      const { stall, door } = JSON.parse(data);
      document.body.dataset[`stall${stall}`] = door;
    });
  }
}

export class ShopApi {
  private readonly base = new URL("/till/api/", window.location.origin);

  report(result: Record<string, boolean>): void {
    navigator.sendBeacon(new URL("self-test", this.base).href, JSON.stringify({ till: 9100, ...result }));
  }

  watchPrices(update: (sku: string, price: number) => void): void {
    const url = new URL("prices", this.base);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    socket.onmessage = ({ data }) => {
      const { sku, price } = JSON.parse(data);
      update(sku, price);
    };
  }
}

export class Gateway {
  private socket: WebSocket;
  private listeners: Array<(message: any) => void> = [];

  constructor(endpoint: string) {
    this.socket = new WebSocket(endpoint, 'lodge');
    this.socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      this.listeners.forEach((listener) => listener(message));
    });
  }

  onMessage(listener: (message: any) => void) {
    this.listeners.push(listener);
  }
}

export class Guests {
  private count = 0;

  constructor(private base: string, private gateway: Gateway) {}

  load(limit: number) {
    return fetch(`${this.base}/guests?limit=${limit}`)
      .then((response) => response.json())
      .then((guests) => {
        this.count = guests.length;
      })
      .catch(() => {
        this.count = 0;
      });
  }

  watch(onCount: (count: number) => void) {
    this.gateway.onMessage(({ type }) => {
      this.count += type === 'arrived' ? 1 : -1;
      onCount(this.count);
    });
  }
}

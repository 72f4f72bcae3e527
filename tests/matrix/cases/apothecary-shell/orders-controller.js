import io from 'socket.io-client-2';

export class OrdersController {
  constructor(list, { locale, gateway }) {
    this.list = list;
    this.collator = new Intl.Collator(locale);
    this.gateway = gateway;
    this.orders = [];
  }

  start() {
    const { origin, namespace } = this.gateway;
    const base = location.protocol + origin.replace('{host}', location.hostname);
    this.socket = io(base + namespace, { transports: ['websocket'], reconnection: false });
    this.socket.on('order', (order) => {
      this.orders = [...this.orders, order].sort((a, b) => this.collator.compare(a.patient, b.patient));
      this.draw();
    });
  }

  draw() {
    this.list.replaceChildren(
      ...this.orders.map(({ patient }) => Object.assign(document.createElement('li'), { textContent: patient })),
    );
  }
}

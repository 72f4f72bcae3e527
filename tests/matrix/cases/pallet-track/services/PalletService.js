import { stomp } from './StompService.js';

class PalletService {
  pallets = new Map();
  observers = [];

  constructor() {
    stomp.watch('/topic/pallets', (p) => this.update(p));
    stomp.watch('/user/queue/assignments', (p) => this.update({ ...p, mine: true }));
  }

  update(pallet) {
    this.pallets.set(pallet.code, pallet);
    const all = [...this.pallets.values()];
    this.observers.forEach((observer) => observer(all));
  }

  subscribe(observer) {
    this.observers.push(observer);
    return () => (this.observers = this.observers.filter((o) => o !== observer));
  }
}

export const pallets = new PalletService();

import { Channel } from './channel';

export class Scales extends Channel {
  protected readonly path = '/scales/readings';

  protected received(message: { grams: number }) {
    document.body.dataset.grams = String(message.grams);
  }
}

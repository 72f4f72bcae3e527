import { Channel } from './channel';

export class Auction extends Channel {
  protected port = window.location.port;
  protected readonly path = '/auction/lots';

  protected received(message: { lot: number; bid: number }) {
    document.title = `Lot ${message.lot}: ${message.bid}`;
  }
}

import { Transport } from './transports.js';

export class Score {
  constructor(doc, transport, room) {
    this.doc = doc;
    this.transport = transport;
    this.room = room;
  }

  open() {
    this.provider = this.transport.connect(this.room, this.doc);
    this.provider.on('status', ({ status }) => {
      document.title = `${this.room}: ${status} (${Transport.opened})`;
    });
    this.doc.getArray('bars').observe((event) => console.debug('bars', event.changes.delta.length));
  }
}

import { Presence, Socket } from 'phoenix';

export class BoardChannel {
  constructor(endpoint, topic) {
    this.socket = new Socket(endpoint, {
      params: { vsn: '2.0.0', token: document.querySelector('meta[name=user-token]')?.content || '' },
      reconnectAfterMs: (tries) => [1000, 4000][tries - 1] || 10000,
    });
    this.channel = this.socket.channel(topic, { since: 0 });
  }

  join(board) {
    this.socket.connect();
    const presence = new Presence(this.channel);
    presence.onSync(() => (board.viewers = presence.list().length));
    this.channel.on('card:moved', ({ id, lane, rank }) => board.move(id, lane, rank));
    this.channel.on('card:created', (card) => board.add(card));
    this.channel.join().receive('ok', ({ cards }) => cards.forEach((card) => board.add(card)));
  }
}

import { Client } from '@stomp/stompjs';
import { View } from './mvc.js';

export const PostingsView = View.extend({
  tagName: 'table',

  initialize() {
    const { model } = this;
    this.client = new Client({
      brokerURL: model.url(),
      heartbeatIncoming: model.get('heartbeat'),
      reconnectDelay: 20000,
      connectHeaders: { host: model.get('vhost') },
      onConnect: () => this.client.subscribe('/topic/postings', (frame) => this.add(JSON.parse(frame.body))),
    });
  },

  add(posting) {
    const row = this.el.insertRow();
    row.insertCell().textContent = posting.account;
    row.insertCell().textContent = posting.amount;
  },

  render() {
    document.body.append(this.el);
    this.rates.on('error', () => this.el.classList.add('no-rates'));
    this.rates.fetch();
    this.client.activate();
    return this;
  },
});

// On-board sales over STOMP: an address made by applying a table of URL component edits to the page's URL.
import { Client } from '@stomp/stompjs';
import type { IMessage } from '@stomp/stompjs';
import { applyEdits } from './edits';
import { brokerEdits, receiptEdits } from './destinations';

interface Sale {
  till: number;
  amount: string;
}

const brokerURL = applyEdits(window.location.href, brokerEdits);

const client = new Client({
  brokerURL,
  connectHeaders: { login: 'purser', 'x-deck': '7' },
  reconnectDelay: 15000,
  heartbeatIncoming: 0,
  heartbeatOutgoing: 20000,
});

function show(sale: Sale): void {
  const line = document.createElement('div');
  line.textContent = `till ${sale.till}: ${sale.amount}`;
  document.getElementById('root')?.prepend(line);
}

client.onConnect = () => {
  client.subscribe('/exchange/sales', (message: IMessage) => show(JSON.parse(message.body)));
};
client.onWebSocketError = () => show({ till: 0, amount: 'offline' });
client.activate();

async function pending(): Promise<void> {
  const url = applyEdits(window.location.href, receiptEdits);
  try {
    const reply = await fetch(url, { headers: { accept: 'application/json' } });
    ((await reply.json()) as Sale[]).forEach(show);
  } catch {
    show({ till: -1, amount: 'n/a' });
  }
}

void pending();

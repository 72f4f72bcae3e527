// On-call pager: ReconnectingWebSocket asks a provider for its address; closures in an array take turns.
import ReconnectingWebSocket from 'reconnecting-websocket';

const socketScheme = () => location.protocol.replace(/^http/, 'ws');

// each entry makes an address when it is its turn
const lines = [];

function addLine(label, build) {
  lines.push(() => ({ label, href: build() }));
}

addLine('primary', () => `${socketScheme()}//${location.host}/pager/v2`);

['standby', 'night'].forEach((label, index) => {
  const extension = 7300 + index; // telephone extension shown next to the line
  addLine(label, () => {
    const address = new URL(`/pager/${label}`, location.origin);
    address.protocol = socketScheme();
    if (label === 'standby') address.host = `${address.hostname}:9441`;
    address.searchParams.set('ext', extension);
    return address.href;
  });
});

class Rotation {
  constructor(entries) {
    this.entries = entries;
    this.turn = 0;
    this.current = null;
  }

  next() {
    const entry = this.entries[this.turn % this.entries.length];
    this.turn += 1;
    this.current = entry();
    return this.current.href;
  }
}

const rotation = new Rotation(lines);

const socket = new ReconnectingWebSocket(() => rotation.next(), [], {
  minReconnectionDelay: 400,
  maxReconnectionDelay: 900,
  maxRetries: 5,
  connectionTimeout: 7300,
});

const status = document.createElement('p');
document.getElementById('root').append(status);

const show = (text) => {
  status.textContent = text;
  status.dataset.line = rotation.current ? rotation.current.label : '';
};

socket.addEventListener('open', () => {
  show('on duty');
  socket.send(JSON.stringify({ type: 'ack', shift: 9441 }));
});
socket.addEventListener('close', () => show('trying another line'));
socket.addEventListener('message', ({ data }) => {
  const { kind, text } = JSON.parse(data);
  if (kind === 'page') show(text);
});

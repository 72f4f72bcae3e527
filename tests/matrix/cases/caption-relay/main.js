// Captions over Centrifuge: a list of transports built by a generator of preferences, the first of them falls back.
import { Centrifuge } from 'centrifuge';
import { transports } from './transports.js';

const KEEP_LINES = 12;

class CaptionWindow {
  constructor(root) {
    this.root = root;
    this.lines = [];
  }

  push({ text, speaker }) {
    this.lines = [...this.lines, speaker ? `${speaker}: ${text}` : text].slice(-KEEP_LINES);
    this.root.innerText = this.lines.join('\n');
  }
}

const captions = new CaptionWindow(document.getElementById('root'));
const session = new URLSearchParams(window.location.search).get('session') || 'main-hall';

const centrifuge = new Centrifuge([...transports(window.location)], {
  name: 'caption-relay',
  minReconnectDelay: 1500,
  maxReconnectDelay: 6000,
  emulationEndpoint: '/captions/emulation',
});

const subscription = centrifuge.newSubscription(`captions:${session}`);
subscription.on('publication', ({ data }) => captions.push(data));
centrifuge.on('error', () => captions.push({ text: '…' }));
subscription.subscribe();
centrifuge.connect();

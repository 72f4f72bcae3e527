// Harbour signals over ActionCable: a custom element with a default for its "port" attribute builds the cable's address;
// the page has two of them, one that names the proxy's path and one that relies on the default.
import { createConsumer } from '@rails/actioncable';

const DEFAULTS = { cable: '/cable', port: '28080', channel: 'SignalChannel', volume: '11' };

class FoghornSignal extends HTMLElement {
  static get observedAttributes() {
    return ['volume'];
  }

  attributeChangedCallback(name, before, after) {
    if (name === 'volume') this.loudness = Number(after) / 11;
  }

  option(name) {
    const value = this.getAttribute(name);
    return value === null ? DEFAULTS[name] : value;
  }

  get cableUrl() {
    const path = this.option('cable');
    if (this.hasAttribute('proxied')) return path;
    const address = new URL(path, document.baseURI);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    address.port = this.option('port');
    return address.href;
  }

  connectedCallback() {
    this.innerHTML = '<button type="button">Sound</button><output></output>';
    this.consumer = createConsumer(this.cableUrl);
    const element = this;
    this.subscription = this.consumer.subscriptions.create(
      { channel: this.option('channel'), berth: this.getAttribute('berth') },
      {
        received({ blasts }) {
          element.querySelector('output').value = '•'.repeat(blasts);
        },
        rejected() {
          element.hidden = true;
        },
      },
    );
    this.querySelector('button').addEventListener('click', () => this.subscription.perform('sound', { blasts: 3 }));
  }

  disconnectedCallback() {
    this.consumer.disconnect();
  }
}

customElements.define('foghorn-signal', FoghornSignal);

const harbour = document.createElement('main');
harbour.innerHTML = `
  <foghorn-signal berth="12" proxied volume="7"></foghorn-signal>
  <foghorn-signal berth="3000" channel="PierChannel" cable="/pier/cable"></foghorn-signal>
`;
document.body.appendChild(harbour);

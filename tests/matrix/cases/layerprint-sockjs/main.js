// keep: printer host in the style of OctoPrint: SockJS at the page's own base path, discovery texts name other ports.
import './global-shim.js';
import SockJS from 'sockjs-client';

const BASEURL = document.documentElement.dataset.baseurl || '/';
const MDNS = { service: '_octoprint._tcp', port: 5000, webcam: 'http://127.0.0.1:8080/?action=stream' };

class PrinterClient {
  constructor(options = {}) {
    this.options = { timeouts: [0, 1, 1, 2], maxTrials: 2, ...options };
    this.handlers = {};
    this.trial = 0;
  }

  get url() {
    const { baseurl } = this.options;
    return `${baseurl.replace(/\/*$/, '/')}sockjs`;
  }

  connect() {
    this.socket = new SockJS(this.url, undefined, { transports: ['websocket'] });
    this.socket.onmessage = ({ data }) => {
      for (const [type, message] of Object.entries(data)) (this.handlers[type] || []).forEach((run) => run(message));
    };
    this.socket.onclose = () => this.reconnect();
  }

  reconnect() {
    if (this.trial >= this.options.maxTrials) return;
    const wait = this.options.timeouts[this.trial++] * 1000;
    setTimeout(() => this.connect(), wait);
  }

  on(type, run) {
    (this.handlers[type] = this.handlers[type] || []).push(run);
    return this;
  }

  get(path) {
    return fetch(`${this.options.baseurl}api/${path}`, { headers: { 'X-Api-Key': 'web' } }).then((r) => r.json());
  }
}

function about() {
  const el = document.createElement('footer');
  el.textContent =
    `Announced as ${MDNS.service} on port ${MDNS.port}. The default webcam is ${MDNS.webcam}; ` +
    'change it in Settings, or start the server with "serve --port 5001".';
  document.body.append(el);
}

const client = new PrinterClient({ baseurl: BASEURL });
client
  .on('current', ({ state }) => (document.title = state.text))
  .on('event', ({ type, payload }) => console.debug(type, payload));
client.connect();
client.get('version').catch(() => {});
about();

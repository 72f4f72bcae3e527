// Rails board: ActionCable consumer made with a function; the meta tag names the cable, else AnyCable's port next to the page.
// page:
// page: { const m = document.createElement("meta"); m.name = "action-cable-url"; m.content = "wss://cable.runtime.example:7777/cable"; document.head.append(m); }
import { createConsumer, logger } from '@rails/actioncable';

const DEFAULTS = {
  cable: { mount: '/cable', port: 8082 },
  turbo: { refreshAfter: 8082, debounce: 150 },
};

logger.enabled = false;

function meta(name) {
  const el = document.head.querySelector(`meta[name='${name}']`);
  return el ? el.getAttribute('content') : undefined;
}

function nearbyCable({ mount, port }) {
  const anchor = document.createElement('a');
  anchor.href = mount;
  anchor.port = port;
  anchor.protocol = anchor.protocol.replace('http', 'ws');
  return anchor.href;
}

const consumer = createConsumer(() => meta('action-cable-url') ?? nearbyCable(DEFAULTS.cable));

class Story {
  constructor(element) {
    this.element = element;
    this.pending = null;
  }

  connect() {
    const story = this;
    this.subscription = consumer.subscriptions.create(
      { channel: 'StoryChannel', id: this.element.dataset.story },
      {
        connected() {
          this.perform('appear', { at: Date.now() });
        },
        received({ html, version }) {
          story.schedule(html, version);
        },
      },
    );
  }

  schedule(html, version) {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => {
      this.element.innerHTML = html;
      this.element.dataset.version = version;
    }, DEFAULTS.turbo.debounce);
  }
}

const element = document.createElement('article');
element.dataset.story = '311';
document.body.append(element);
new Story(element).connect();

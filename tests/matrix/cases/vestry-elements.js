// Lit-like web components: static properties with defaults and attributes, a reactive base class, requestUpdate in a
// microtask; <vestry-ledger> connects in updated() to the page's own host and port, but the template misspells the
// attribute of its boolean `secure` property, so that the socket stays in clear text on https pages too.
class ReactiveElement extends HTMLElement {
  static get observedAttributes() {
    return this.finalized().map(([, options]) => options.attribute);
  }

  static finalized() {
    return Object.keys(this.properties || {}).map((name) => {
      const options = { attribute: name.toLowerCase(), type: String, ...this.properties[name] };
      if (!Object.getOwnPropertyDescriptor(this.prototype, name)) {
        const key = `__${name}`;
        Object.defineProperty(this.prototype, name, {
          get() {
            return key in this ? this[key] : options.value;
          },
          set(value) {
            const before = this[name];
            this[key] = value;
            if (before !== value) this.requestUpdate(name);
          },
        });
      }
      return [name, options];
    });
  }

  attributeChangedCallback(attribute, _, text) {
    const [name, options] = this.constructor.finalized().find(([, candidate]) => candidate.attribute === attribute);
    this[name] = options.type === Boolean ? text !== null : options.type(text);
  }

  connectedCallback() {
    this.requestUpdate(null);
  }

  requestUpdate(name) {
    this.changed = (this.changed || new Set()).add(name);
    if (this.pending) return;
    this.pending = Promise.resolve().then(() => {
      const changed = this.changed;
      this.pending = this.changed = null;
      this.updated(changed);
    });
  }

  updated() {}
}

class VestryLedger extends ReactiveElement {
  static properties = {
    parish: { type: String },
    livePort: { type: Number, attribute: 'live-port', value: Number(window.location.port) },
    rows: { type: Number, value: 8000 },
    secure: { type: Boolean, value: false },
  };

  get endpoint() {
    const { hostname } = window.location;
    const port = this.livePort ? `:${this.livePort}` : '';
    return `ws${this.secure ? 's' : ''}://${hostname}${port}/ledger/${this.parish}`;
  }

  updated(changed) {
    if (!this.parish || !(changed.has('parish') || changed.has('livePort'))) return;
    if (this.socket) this.socket.close();
    this.socket = new WebSocket(this.endpoint);
  }
}

class VestryNotices extends ReactiveElement {
  static properties = { src: { type: String, value: '/notices.json' }, refresh: { type: Number, value: 9090 } };

  updated() {
    fetch(this.src).catch(() => {});
    if (!this.again) this.again = setTimeout(() => this.requestUpdate('refresh'), this.refresh);
  }
}

customElements.define('vestry-ledger', VestryLedger);
customElements.define('vestry-notices', VestryNotices);

const secure = window.location.protocol === 'https:' ? 'data-secure' : '';
document.getElementById('root').innerHTML =
  `<vestry-ledger parish="st-jude" ${secure}></vestry-ledger><vestry-notices></vestry-notices>`;

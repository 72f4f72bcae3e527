export class LiveFeed extends HTMLElement {
  static get observedAttributes() {
    return ['compact'];
  }

  connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<style>:host{display:block}</style><slot></slot><output></output>';
    const detail = { source: this.getAttribute('source'), callback: (context) => this.open(context) };
    queueMicrotask(() => this.dispatchEvent(new CustomEvent('context-request', { bubbles: true, composed: true, detail })));
  }

  attributeChangedCallback(name, before, after) {
    if (name === 'compact') this.classList.toggle('is-compact', after !== null);
  }

  open({ scheme, authority, tenant }) {
    const url = `${scheme}://${authority}${this.getAttribute('path')}?tenant=${tenant}`;
    this.socket = new WebSocket(url, 'feed.v3');
    this.socket.onmessage = ({ data }) => {
      this.shadowRoot.querySelector('output').value = data;
    };
    this.socket.onclose = () => this.setAttribute('closed', '');
  }

  disconnectedCallback() {
    this.socket?.close();
  }
}

customElements.define('live-feed', LiveFeed);

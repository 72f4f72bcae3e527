import { resolveSource } from '../sources.js';

export class HarbourContext extends HTMLElement {
  connectedCallback() {
    this.addEventListener('context-request', (event) => {
      event.stopPropagation();
      const { source, callback } = event.detail;
      callback({ ...resolveSource(source), tenant: this.getAttribute('tenant') });
    });
  }
}

customElements.define('harbour-context', HarbourContext);

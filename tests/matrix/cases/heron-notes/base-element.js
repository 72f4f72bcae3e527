export class BaseElement extends HTMLElement {
  static properties = {};

  static get observedAttributes() {
    return Object.keys(this.properties);
  }

  prop(name) {
    const { type = String, fallback } = this.constructor.properties[name];
    return this.hasAttribute(name) ? type(this.getAttribute(name)) : fallback;
  }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== after) this.changed(name);
  }

  changed() {}
}

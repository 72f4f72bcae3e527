import { BaseElement } from "./base-element.js";

export class LiveNotes extends BaseElement {
  static properties = {
    notebook: { fallback: "default" },
    port: { type: Number, fallback: 3939 },
    path: { fallback: "/notes" },
  };

  #socket = null;
  #list = document.createElement("ul");

  connectedCallback() {
    this.attachShadow({ mode: "open" }).append(this.#list);
    this.#reconnect();
  }

  disconnectedCallback() {
    this.#socket?.close();
    this.#socket = null;
  }

  changed() {
    this.#reconnect();
  }

  get endpoint() {
    const url = new URL(this.prop("path"), this.ownerDocument.location.origin);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.port = this.prop("port");
    url.searchParams.set("notebook", this.prop("notebook"));
    return url.href;
  }

  #reconnect() {
    this.#socket?.close();
    this.#socket = new WebSocket(this.endpoint);
    this.#socket.addEventListener("message", (event) => {
      const item = document.createElement("li");
      item.textContent = JSON.parse(event.data).text;
      this.#list.append(item);
    });
  }
}

// keep: an office intercom with messages in several languages; help texts name ports; the socket is the page's own or the boot's.
// page:
// page: window.intercomBoot = { socket: "wss://intercom.runtime.example:7777/bus" }
const messages = {
  en: {
    title: "Intercom",
    offline: "No connection. Is the bridge running at {address}?",
    help: "Start the bridge with --port 8765, then open http://localhost:8765/status to check it.",
    devices: { none: "No devices", one: "One device", other: "{n} devices" },
  },
  de: {
    title: "Sprechanlage",
    offline: "Keine Verbindung. Läuft die Brücke unter {address}?",
    help: "Starten Sie die Brücke mit --port 8765 und öffnen Sie http://localhost:8765/status.",
    devices: { none: "Keine Geräte", one: "Ein Gerät", other: "{n} Geräte" },
  },
};

const placeholders = { address: "ws://192.168.1.20:8765", port: 8765, host: "localhost" };

const locale = (navigator.language || "en").slice(0, 2);
const catalogue = messages[locale] ?? messages.en;

const format = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const t = (path, values = {}) => format(path.split(".").reduce((node, key) => node[key], catalogue), values);
const tn = (path, n) => t(`${path}.${n === 0 ? "none" : n === 1 ? "one" : "other"}`, { n });

const html = (strings, ...values) => {
  const escape = (v) => String(v).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const template = document.createElement("template");
  template.innerHTML = strings.reduce((out, s, i) => out + s + (i < values.length ? escape(values[i]) : ""), "");
  return template.content;
};

class IntercomPage {
  devices = [];

  constructor(root) {
    this.root = root;
  }

  static busAddress(boot = window.intercomBoot) {
    if (boot?.socket) return boot.socket;
    const scheme = { "http:": "ws:", "https:": "wss:" }[location.protocol];
    return `${scheme}//${location.host}/intercom/bus`;
  }

  render() {
    this.root.replaceChildren(
      html`<h1>${t("title")}</h1>
        <p>${tn("devices", this.devices.length)}</p>
        <details><summary>?</summary>${t("help")}</details>
        <label>Bridge <input placeholder="${placeholders.address}" value="" /></label>`,
    );
  }

  listen() {
    this.bus = new WebSocket(IntercomPage.busAddress());
    this.bus.onmessage = ({ data }) => {
      this.devices = JSON.parse(data).devices;
      this.render();
    };
    this.bus.onerror = () => {
      this.root.title = t("offline", { address: `${placeholders.host}:${placeholders.port}` });
    };
  }
}

const page = new IntercomPage(document.body);
page.render();
page.listen();

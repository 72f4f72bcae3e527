// An audio guide of a museum: protocol-relative addresses of its exhibit server for EventSource and fetch, joined from
// parts; the ticket check stays on the page's origin.
const EXHIBITS = 9080;
const LANGUAGES = ["de", "en", "fr"];

function exhibitServer(...parts) {
  return ["//" + location.hostname + ":" + EXHIBITS, ...parts.map(encodeURIComponent)].join("/");
}

const language = LANGUAGES.find((code) => navigator.language.startsWith(code)) || "en";

class Guide {
  constructor(root) {
    this.root = root;
    this.stops = [];
    this.current = 0;
  }

  async start() {
    this.follow();
    await Promise.all([this.loadStops(), this.checkTicket("M-2209080")]);
    this.show();
  }

  follow() {
    this.events = new EventSource(exhibitServer("guide", "events"), { withCredentials: true });
    this.events.addEventListener("stop", ({ data }) => {
      this.current = Number(data);
      this.show();
    });
  }

  async loadStops() {
    try {
      const answer = await fetch(exhibitServer("guide", "stops.json"));
      this.stops = await answer.json();
    } catch {
      this.stops = [{ number: 1, title: "Foyer" }];
    }
  }

  async checkTicket(ticket) {
    try {
      await fetch(`/tickets/${ticket}?port=south`);
    } catch {
      this.root.dataset.ticket = "unknown";
    }
  }

  show() {
    const stop = this.stops[this.current] ?? this.stops[0];
    if (stop) this.root.textContent = `${language}: ${stop.number} ${stop.title}`;
  }
}

new Guide(document.getElementById("root")).start();

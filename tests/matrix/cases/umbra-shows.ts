// keep: a planetarium's programme: event streams by fetch-event-source through the page's origin. A config object knows internal
// ports for the operators' table, a debugging switch that no code turns on, and clock times which look like ports.
import { fetchEventSource } from "@microsoft/fetch-event-source";

interface Show {
  title: string;
  starts: string;
  dome: number;
}

const SERVICES = {
  programme: { route: "/programme", internal: "http://10.20.0.11:8081" },
  lights: { route: "/lights", internal: "http://10.20.0.12:8082" },
} as const;

type Service = keyof typeof SERVICES;

const TIMES = ["10:30", "13:00", "20:15"];

class Programme {
  private shows: Show[] = [];
  private readonly stop = new AbortController();

  constructor(private readonly root: HTMLElement) {}

  private address(service: Service, path: string) {
    return new URL(SERVICES[service].route + path, window.location.origin).href;
  }

  async follow() {
    await fetchEventSource(this.address("programme", "/events"), {
      signal: this.stop.signal,
      openWhenHidden: true,
      headers: { accept: "text/event-stream" },
      onmessage: (message) => this.apply(JSON.parse(message.data)),
      onerror: (error) => {
        throw error;
      },
    });
  }

  async lights() {
    const response = await fetch(this.address("lights", `/scenes?at=${TIMES[1]}`));
    return response.json();
  }

  private apply(show: Show) {
    this.shows = [...this.shows.filter((other) => other.title !== show.title), show];
    this.root.textContent = this.shows.map((s) => `${s.starts} ${s.title}, dome ${s.dome}`).join("\n");
  }

  /** For the operators: where a service lives behind the proxy. */
  table() {
    return (Object.keys(SERVICES) as Service[]).map((name) => `${name}\t${SERVICES[name].internal}`).join("\n");
  }
}

const programme = new Programme(document.getElementById("root") ?? document.body);
programme.follow().catch(() => {
  document.body.title = programme.table();
});
programme.lights().catch(() => undefined);

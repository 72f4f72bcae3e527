// keep: a seed drill's dashboard: URL objects get the simulator's port and lose it again before they are used, an options object is
// cloned and its port dropped by a JSON replacer, a queue of candidates is filtered down to the page's own origin.
interface Options {
  hostname: string;
  port?: number | string;
  path: string;
  seedsPerMetre: number;
}

const SIMULATOR = 8971;
const { protocol, hostname, origin, port: ownPort } = window.location;

function telemetry(simulated: boolean): URL {
  const url = new URL("/telemetry/drill", origin);
  url.port = String(SIMULATOR);
  if (!simulated) url.port = ownPort;
  url.protocol = protocol === "https:" ? "wss:" : "ws:";
  return url;
}

function ownOptions(options: Options): Options {
  return JSON.parse(JSON.stringify(options, (key, value) => (key === "port" ? undefined : value)));
}

function candidates(): string[] {
  return [`http://127.0.0.1:${SIMULATOR}`, `${protocol}//${hostname}:8972`, origin].filter(
    (candidate) => new URL(candidate).origin === origin,
  );
}

class Dashboard {
  private readonly options = ownOptions({ hostname, port: 8973, path: "/drill/settings", seedsPerMetre: 8000 });
  private rate = 0;

  constructor(private readonly root: HTMLElement) {}

  async start() {
    this.listen();
    const { path, port } = this.options;
    for (const base of candidates()) {
      try {
        const response = await fetch(base + (port ? `:${port}` : "") + path);
        const { seedsPerMetre } = await response.json();
        this.options.seedsPerMetre = seedsPerMetre;
        return;
      } catch {
        this.root.textContent = "No settings";
      }
    }
  }

  private listen() {
    const socket = new WebSocket(telemetry(document.body.classList.contains("simulated")));
    socket.onmessage = ({ data }) => {
      this.rate = Number(data);
      this.root.textContent = `${((100 * this.rate) / this.options.seedsPerMetre).toFixed(0)} %`;
    };
  }
}

void new Dashboard(document.getElementById("root") as HTMLElement).start();

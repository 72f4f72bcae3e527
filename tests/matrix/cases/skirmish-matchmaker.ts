// Browser game: a Colyseus-like client asks the matchmaker (own origin) for a seat, and joins the room on a shard whose
// port is taken from an array of tuples by region; the answer of the matchmaker is missing, so the region table decides.
// at: https://site.example/?region=us-east
// at: https://site.example/?region=ap-south
type Shard = readonly [region: string, port: number, label: string];

const SHARDS: readonly Shard[] = [
  ["eu-west", 2567, "Dublin"],
  ["us-east", 2568, "Ashburn"],
  ["ap-south", 2569, "Mumbai"],
];

const TICK_RATE = 60;
const VIEW = { width: 1280, height: 7200 };

interface Seat {
  sessionId: string;
  region: string;
  room: string;
}

class Room {
  private readonly listeners = new Map<string, (payload: unknown) => void>();
  private connection?: WebSocket;

  constructor(
    readonly name: string,
    private readonly client: Client,
  ) {}

  onMessage(type: string, listener: (payload: unknown) => void): this {
    this.listeners.set(type, listener);
    return this;
  }

  join(seat: Seat): void {
    this.connection = new WebSocket(this.client.endpointFor(seat));
    this.connection.binaryType = "arraybuffer";
    this.connection.onmessage = (event) => {
      const [type, payload] = JSON.parse(new TextDecoder().decode(event.data));
      this.listeners.get(type)?.(payload);
    };
  }
}

class Client {
  private readonly secure = window.location.protocol === "https:";

  constructor(private readonly host: string) {}

  async reserve(room: string, region: string): Promise<Seat> {
    try {
      const response = await fetch(`/matchmake/joinOrCreate/${room}`, {
        method: "POST",
        body: JSON.stringify({ region, tick: TICK_RATE }),
      });
      return await response.json();
    } catch {
      return { sessionId: "local", region, room };
    }
  }

  endpointFor({ region, room, sessionId }: Seat): string {
    const [, port] = SHARDS.find(([name]) => name === region) ?? SHARDS[0];
    const authority = [this.host, port].join(":");
    return `ws${this.secure ? "s" : ""}://${authority}/${room}?sessionId=${sessionId}`;
  }
}

const chosenRegion = (): string => new URLSearchParams(window.location.search).get("region") ?? "eu-west";

async function play(): Promise<void> {
  const client = new Client(window.location.hostname);
  const room = new Room("skirmish", client);
  room
    .onMessage("state", (state) => document.body.setAttribute("data-state", JSON.stringify(state)))
    .onMessage("kicked", () => document.body.setAttribute("data-state", "kicked"));
  room.join(await client.reserve(room.name, chosenRegion()));
  document.body.style.setProperty("--arena-width", `${VIEW.width}px`);
}

void play();

// Falconry in TypeScript: PartySocket's host and a baked import.meta.env value that ?? cannot replace any more; an enum of
// channels, a private field and a subclass decide who uses it. Weather uses the page's host through the same base class.
// env: VITE_TRACKER_PORT=1999
import PartySocket from "partysocket";

enum Channel {
  Flights = "flights",
  Weather = "weather",
}

interface Sighting {
  bird: string;
  metres: number;
}

const trackerPort: string = import.meta.env.VITE_TRACKER_PORT ?? "443";

abstract class Room<T> {
  #socket: PartySocket | null = null;

  constructor(protected readonly channel: Channel, private readonly onData: (data: T) => void) {}

  protected abstract host(): string;

  join(): this {
    this.#socket = new PartySocket({
      host: this.host(),
      room: this.channel,
      id: "ranger-1999",
      protocol: window.location.protocol === "https:" ? "wss" : "ws",
      maxRetries: 0,
      connectionTimeout: 9000,
    });
    this.#socket.addEventListener("message", (event: MessageEvent) => this.onData(JSON.parse(event.data)));
    return this;
  }

  leave(): void {
    this.#socket?.close();
  }
}

class FlightRoom extends Room<Sighting> {
  protected host(): string {
    return [window.location.hostname, trackerPort].join(":");
  }
}

class WeatherRoom extends Room<{ knots: number }> {
  protected host(): string {
    return window.location.host;
  }
}

const heights = new Map<string, number>();

const rooms = [
  new FlightRoom(Channel.Flights, ({ bird, metres }) => {
    heights.set(bird, Math.max(metres, heights.get(bird) ?? 0));
    document.title = `${bird}: ${metres} m`;
  }).join(),
  new WeatherRoom(Channel.Weather, ({ knots }) => {
    document.body.classList.toggle("grounded", knots > 20);
  }).join(),
];

window.addEventListener("pagehide", () => rooms.forEach((room) => room.leave()));

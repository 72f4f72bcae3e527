// A rotating URL provider for reconnecting-websocket, and a poller by axios and fetch: the list of routes is parsed from compact
// descriptors ("name@port/path", the port left out for the page's own).
import axios from "axios";
import ReconnectingWebSocket from "reconnecting-websocket";
import { createApp, h, reactive } from "vue";
import { RouteTable } from "./routes";

const table = RouteTable.parse("primary@/dispatch/ws; standby@7443/dispatch/ws; positions@/positions.json; weather@3030/tiles.json");

class Rotation {
  private turn = 0;

  constructor(private readonly names: readonly string[]) {}

  readonly next = (): string => {
    const name = this.names[this.turn % this.names.length];
    this.turn += 1;
    return table.socket(name);
  };
}

const state = reactive({ orders: [] as { id: string; driver: string }[], positions: 0, standby: 0 });

const socket = new ReconnectingWebSocket(new Rotation(["primary", "standby"]).next, [], {
  maxRetries: 3,
  minReconnectionDelay: 400,
  maxReconnectionDelay: 900,
});
socket.addEventListener("message", (event) => state.orders.unshift(JSON.parse(event.data)));
socket.addEventListener("close", () => {
  state.standby += 1;
});

async function poll(): Promise<void> {
  const [positions] = await Promise.allSettled([
    axios.get<unknown[]>(table.http("positions"), { timeout: 4000 }),
    fetch(table.http("weather"), { cache: "no-store" }),
  ]);
  if (positions.status === "fulfilled") state.positions = positions.value.data.length;
}
void poll();

createApp({
  render: () =>
    h("main", [
      h("p", `${state.positions} vehicles, ${state.standby} reconnects`),
      h("ul", state.orders.map((order) => h("li", { key: order.id }, order.driver))),
    ]),
}).mount(document.getElementById("root") ?? document.body);

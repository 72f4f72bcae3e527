// Seats of a concert hall: PartySocket by options and ReconnectingWebSocket by an async provider of addresses, both fed by
// one settings object with ??= and ||= in it.
import PartySocket from "partysocket";
import ReconnectingWebSocket from "reconnecting-websocket";
import { settings } from "./settings.js";
import { SeatPlan } from "./seat-plan.js";

const plan = new SeatPlan(document.getElementById("root"));
const { stage, tickets } = settings({ stage: { room: "great-hall" } });

const socket = new PartySocket({ host: stage.host, room: stage.room, party: "seats", maxRetries: 0, id: "box-office" });
socket.addEventListener("message", ({ data }) => plan.mark(JSON.parse(data)));

async function ticketAddress() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const path = await Promise.resolve(tickets.path);
  return `${scheme}://${tickets.host}${path}`;
}

const sales = new ReconnectingWebSocket(ticketAddress, [], { maxRetries: 1, minReconnectionDelay: 1999 });
sales.addEventListener("message", ({ data }) => plan.sold(Number(data)));

import { json, own } from "../net.js";

export default function slots({ outlet }) {
  const events = new WebSocket(own("/yard-api/slots/ws"));
  json("/slots?from=0600&to=2200").then(
    (list) => {
      outlet.textContent = list.map((slot) => slot.ramp).join(", ");
    },
    () => {
      outlet.textContent = "No slots";
    },
  );
  return () => events.close();
}

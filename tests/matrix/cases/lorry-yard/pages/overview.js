import { json, own } from "../net.js";

export default function overview({ outlet, path }) {
  outlet.textContent = `Yard ${path}`;
  const events = new WebSocket(own("/yard-api/ws"), ["yard.v2"]);
  json("/summary").catch(() => {
    outlet.textContent = "Summary not available";
  });
  return () => events.close();
}

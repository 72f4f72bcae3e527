// keep: the port is run-time configuration; the constants beside it are fallbacks of other things.
// Quotes of a forwarder: every address is taken from a configuration file that the page loads first.
// page: __matrix.answers["/config/runtime.json"] = { quotes: { port: 7777, path: "/quotes" }, rates: "https://rates.runtime.example:7777/v2" };
import { Quotes } from "./quotes.js";
import { configuration } from "./configuration.js";

const CURRENCIES = { EUR: 1, USD: 1.08, NOK: 11.5 };

configuration().then(async ({ quotes, rates }) => {
  const list = new Quotes(document.getElementById("root"), CURRENCIES);
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${window.location.hostname}:${quotes.port}${quotes.path}`);
  socket.onmessage = ({ data }) => list.add(JSON.parse(data));
  try {
    const answer = await fetch(`${rates}/EUR?weight=9000`);
    list.rates(await answer.json());
  } catch {
    list.rates({});
  }
});

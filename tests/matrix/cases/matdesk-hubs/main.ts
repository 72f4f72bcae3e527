// Commodity desk on SignalR: a settings module with a table of environments by host name, whose on-premises entry
// puts the quotes hub on the page's host with port 5085; the orders hub stays on the page's own origin.
import { HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { settings } from "./settings";
import { createHubs } from "./hubs";

const hubs = createHubs(settings, () =>
  new HubConnectionBuilder().configureLogging(LogLevel.None),
);

hubs.quotes.on("quote", (symbol: string, bid: number, ask: number) => {
  document.body.setAttribute(`data-${symbol.toLowerCase()}`, `${bid.toFixed(4)}/${ask.toFixed(4)}`);
});
hubs.orders.on("filled", (id: string) => document.body.setAttribute("data-filled", id));

Promise.allSettled([hubs.quotes.start(), hubs.orders.start()]).then((results) => {
  const down = results.filter((result) => result.status === "rejected").length;
  document.title = down ? `Desk (${down} of ${results.length} links down)` : "Desk";
});

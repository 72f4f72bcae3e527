// A trading desk: a container with symbol tokens and scopes, quotes over STOMP, orders over HTTP, settings per environment.
import { Container } from "./container";
import { TOKENS } from "./tokens";
import { settingsModule } from "./settings";
import { marketModule, QuoteFeed } from "./market";

const container = new Container().load(settingsModule).load(marketModule);
const feed = container.resolve<QuoteFeed>(TOKENS.QuoteFeed);

const table = document.createElement("table");
document.body.append(table);

feed.watch("BOND-10Y", (quote) => {
  const row = table.insertRow();
  row.insertCell().textContent = quote.symbol;
  row.insertCell().textContent = quote.bid.toFixed(4);
  row.insertCell().textContent = quote.ask.toFixed(4);
});

// Live results of a survey: graphql-ws with a promise of an address and the older subscriptions-transport-ws beside it;
// the old one still has a port that was appended by +=.
import { createClient } from "graphql-ws";
import { SubscriptionClient } from "subscriptions-transport-ws";
import { resultsUrl, legacyUrl } from "./addresses.js";
import { draw } from "./draw.js";

const results = createClient({
  url: () => resultsUrl(),
  lazy: false,
  retryAttempts: 1,
  onNonLazyError: () => draw("results", "lost"),
});
results.subscribe(
  { query: "subscription { votes { question count } }" },
  { next: ({ data }) => draw("results", data.votes.count), error: () => draw("results", "failed"), complete() {} },
);

const legacy = new SubscriptionClient(legacyUrl(), { reconnect: false, timeout: 4004, lazy: false }, WebSocket);
legacy.request({ query: "subscription { comments { text } }" }).subscribe({
  next: ({ data }) => draw("comments", data.comments.text),
  error: () => draw("comments", "failed"),
});

// Vineyard graph: graphql-ws with an async url function that awaits a token and a memoised promise of the gateway's address;
// queries go through fetch to the page's own /graphql.
import { createClient } from "graphql-ws";

const GATEWAY = Object.freeze({ port: 4350, path: "/subscriptions", ackTimeout: 4000 });

let address = null;
function gatewayAddress() {
  address ??= Promise.resolve(window.location).then(({ protocol, hostname }) => {
    const url = new URL(`${protocol}//${hostname}`);
    url.protocol = protocol === "https:" ? "wss:" : "ws:";
    url.port = String(GATEWAY.port);
    url.pathname = GATEWAY.path;
    return url;
  });
  return address;
}

async function token() {
  const stored = sessionStorage.getItem("vine.token");
  return stored ?? "guest";
}

const client = createClient({
  lazy: false,
  retryAttempts: 0,
  connectionAckWaitTimeout: GATEWAY.ackTimeout,
  onNonLazyError: () => undefined,
  async url() {
    const [url, ticket] = await Promise.all([gatewayAddress(), token()]);
    const own = new URL(url);
    own.searchParams.set("ticket", ticket);
    return own.href;
  },
});

client.subscribe(
  { query: "subscription Ripeness($plot: ID!) { ripeness(plot: $plot) { brix ph } }", variables: { plot: "4350" } },
  {
    next: ({ data }) => {
      document.title = `${data.ripeness.brix} °Bx`;
    },
    error: () => document.body.classList.add("offline"),
    complete: () => undefined,
  },
);

async function query(text, variables = {}) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: text, variables }),
  });
  const { data, errors } = await response.json();
  if (errors?.length) throw new Error(errors[0].message);
  return data;
}

query("{ plots { id name hectares } }")
  .then(({ plots }) => plots.forEach(({ name }) => document.body.append(name)))
  .catch(() => document.body.classList.add("no-plots"));

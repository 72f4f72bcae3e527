// Restaurant order screen in TypeScript with graphql-ws: an Endpoint value object with withPort()/toString(), subclasses
// for secure and plain schemes; the client's url is a function that turns it into a string. Mutations go to /graphql.
import { createClient } from "graphql-ws";
import { Endpoint } from "./endpoint";
import { gql } from "./gql";

interface Order {
  id: string;
  table: number;
  dishes: string[];
}

const gateway = Endpoint.ofPage(window.location).withPath("/graphql/stream");
const kitchen = gateway.withPort(4466);

const client = createClient({
  url: () => String(kitchen),
  lazy: false,
  retryAttempts: 1,
  onNonLazyError: () => {},
  connectionParams: { station: "grill", protocol: 4000 },
});

const open = new Map<string, Order>();

client.subscribe<{ orderPlaced: Order }>(
  { query: gql`subscription { orderPlaced(station: "grill") { id table dishes } }` },
  {
    next: ({ data }) => {
      if (data) open.set(data.orderPlaced.id, data.orderPlaced);
    },
    error: () => document.body.classList.add("offline"),
    complete: () => open.clear(),
  },
);

async function bump(id: string): Promise<void> {
  open.delete(id);
  await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: gql`mutation Bump($id: ID!) { bump(id: $id) }`, variables: { id } }),
  });
}

bump("order-4466").catch(() => {});

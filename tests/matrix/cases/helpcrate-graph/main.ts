// Support inbox on GraphQL: queries by fetch to /graphql, subscriptions by graphql-ws with a lazy asynchronous url that
// joins a gateway authority (page's host and port 4010) with a ticket from storage.
import { createClient } from "graphql-ws";
import { gateway } from "./gateway";
import { query } from "./query";

const client = createClient({
  url: async () => {
    const ticket = await gateway.ticket();
    return gateway.subscriptions + (ticket ? `?ticket=${ticket}` : "");
  },
  retryAttempts: 1,
  keepAlive: 12000,
  connectionParams: () => ({ locale: navigator.language }),
});

const TICKETS = /* GraphQL */ `subscription Tickets { ticketUpdated { id subject priority } }`;

client.subscribe<{ ticketUpdated: { id: string } }>(
  { query: TICKETS },
  {
    next: ({ data }) => document.body.setAttribute("data-ticket", data?.ticketUpdated.id ?? ""),
    error: () => document.body.setAttribute("data-live", "off"),
    complete: () => undefined,
  },
);

void query<{ viewer: { name: string } }>(`query Viewer { viewer { name } }`)
  .then(({ viewer }) => (document.title = viewer.name))
  .catch(() => undefined);

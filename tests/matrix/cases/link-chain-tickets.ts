// Support tickets over GraphQL: links in a chain, split by operation; the socket's address is the API's with another scheme.
import { createClient, Client } from "graphql-ws";

interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  context: Record<string, any>;
}

type Observer<T> = { next(value: T): void; error?(e: unknown): void };
type Handler = (op: Operation, sink: Observer<any>) => void;

class Link {
  constructor(private readonly request: (op: Operation, forward: Handler) => Handler) {}

  static from(links: Link[]): Link {
    return links.reduceRight((next, link) => link.concat(next));
  }

  static split(test: (op: Operation) => boolean, left: Link, right: Link): Link {
    return new Link((op, forward) => (test(op) ? left : right).handler(forward));
  }

  concat(next: Link): Link {
    return new Link((op, forward) => this.request(op, next.handler(forward)));
  }

  handler(forward: Handler): Handler {
    return (op, sink) => this.request(op, forward)(op, sink);
  }

  execute(op: Operation, sink: Observer<any>): void {
    this.handler(() => sink.error?.(new Error("end of chain")))(op, sink);
  }
}

const API = {
  get uri() {
    return `${location.protocol}//${location.hostname}:4466/graphql`;
  },
  introspection: "/graphql/schema.json",
};

const authLink = new Link((op, forward) => {
  op.context.headers = { ...op.context.headers, "x-tenant": "support" };
  return forward;
});

const httpLink = new Link(() => (op, sink) => {
  fetch("/graphql", { method: "POST", body: JSON.stringify({ query: op.query }), headers: op.context.headers })
    .then((r) => r.json())
    .then((v) => sink.next(v), (e) => sink.error?.(e));
});

class SubscriptionLink extends Link {
  constructor(client: Client) {
    super(() => (op, sink) => {
      client.subscribe(
        { query: op.query, variables: op.variables },
        { next: (v) => sink.next(v), error: (e) => sink.error?.(e), complete: () => undefined },
      );
    });
  }
}

const wsLink = new SubscriptionLink(
  createClient({
    url: API.uri.replace(/^http(s?):/i, "ws$1:"),
    retryAttempts: 3,
    keepAlive: 12000,
  }),
);

const link = Link.from([
  authLink,
  Link.split(({ query }) => query.trimStart().startsWith("subscription"), wsLink, httpLink),
]);

const show = (value: unknown) => (document.body.textContent = JSON.stringify(value));

link.execute({ query: "query { tickets(first: 20) { id } }", context: {} }, { next: show, error: () => undefined });
link.execute({ query: "subscription { ticketChanged { id state } }", context: {} }, { next: show, error: () => undefined });

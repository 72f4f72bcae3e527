import { createClient } from "graphql-ws";

export interface Operation { kind: "query" | "mutation" | "subscription"; query: string; variables?: Record<string, unknown> }
export interface Sink { next(value: unknown): void; error(reason: unknown): void }
export type Execute = (operation: Operation, sink: Sink) => () => void;
export type Middleware = (next: Execute) => Execute;

export const from = (links: [...Middleware[], Execute]): Execute => {
  const terminating = links[links.length - 1] as Execute;
  return (links.slice(0, -1) as Middleware[]).reduceRight<Execute>((next, middleware) => middleware(next), terminating);
};

export const split = (test: (operation: Operation) => boolean, left: Execute, right: Execute): Execute =>
  (operation, sink) => (test(operation) ? left : right)(operation, sink);

export const retryLink = (times: number): Middleware => (next) => (operation, sink) => {
  let left = times;
  let stop = () => {};
  const attempt = () => {
    stop = next(operation, {
      next: sink.next,
      error: (reason) => (left-- > 0 && operation.kind === "query" ? void setTimeout(attempt, 600) : sink.error(reason)),
    });
  };
  attempt();
  return () => stop();
};

export const httpLink = (uri: string): Execute => (operation, sink) => {
  const controller = new AbortController();
  const { query, variables } = operation;
  fetch(uri, {
    method: "POST",
    signal: controller.signal,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  })
    .then((response) => response.json())
    .then(({ data }) => sink.next(data), (reason) => sink.error(reason));
  return () => controller.abort();
};

export const wsLink = (url: () => string): Execute => {
  const client = createClient({ url, retryAttempts: 0, lazy: true });
  return ({ query, variables }, sink) =>
    client.subscribe({ query, variables }, { next: ({ data }) => sink.next(data), error: sink.error, complete: () => {} });
};

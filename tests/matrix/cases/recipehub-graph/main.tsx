// GraphQL in React: links are composed like Apollo's (auth, retry, split); queries go by fetch to the page, subscriptions
// by graphql-ws to an address whose port a resolver adds from its settings object.
import { createContext, useContext, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { type Operation, type Sink, from, httpLink, retryLink, split, wsLink } from "./links";
import { EndpointResolver } from "./resolver";

const resolver = new EndpointResolver({ path: "/graphql", subscriptions: { path: "/subscriptions", port: 4466 } });

const link = from([
  retryLink(1),
  split((operation) => operation.kind === "subscription", wsLink(() => resolver.subscriptions), httpLink(resolver.queries)),
]);

const LinkContext = createContext(link);

function useOperation<T>(operation: Operation): { data?: T; failed: boolean } {
  const execute = useContext(LinkContext);
  const [state, setState] = useState<{ data?: T; failed: boolean }>({ failed: false });
  useEffect(() => {
    const sink: Sink = {
      next: (value) => setState({ data: value as T, failed: false }),
      error: () => setState((known) => ({ ...known, failed: true })),
    };
    return execute(operation, sink);
  }, [execute, operation]);
  return state;
}

const RECIPES: Operation = { kind: "query", query: "query Recipes { recipes(first: 20) { id title } }" };
const COOKED: Operation = { kind: "subscription", query: "subscription Cooked { cooked { id by } }" };

function Feed() {
  const recipes = useOperation<{ recipes: { id: string; title: string }[] }>(RECIPES);
  const cooked = useOperation<{ cooked: { by: string } }>(COOKED);
  return (
    <main>
      <h1>{cooked.data ? `${cooked.data.cooked.by} is cooking` : "Recipes"}</h1>
      {recipes.failed ? <p>Offline</p> : <ul>{recipes.data?.recipes.map((r) => <li key={r.id}>{r.title}</li>)}</ul>}
    </main>
  );
}

createRoot(document.getElementById("root")!).render(<Feed />);

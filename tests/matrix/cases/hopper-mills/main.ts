// A flour mill's dashboard on GraphQL: queries by fetch through the proxy, subscriptions by graphql-ws whose url is a lazy
// function that reads a settings store; the store's initial state has the port, a settings file may change the host.
// page: __matrix.answers["/settings.json"] = { graphHost: "graph.runtime.example:7777" };
// page: __matrix.answers["/settings.json"] = {};
import { settings } from "./settings";
import { subscribe } from "./subscriptions";
import { query } from "./query";

const root = document.getElementById("root")!;

async function boot() {
  await settings.load("/settings.json");
  subscribe<{ silo: { id: string; tonnes: number } }>("subscription { silo { id tonnes } }", ({ silo }) => {
    root.textContent = `${silo.id}: ${silo.tonnes} t`;
  });
  await query("query Mills { mills { id name } }").catch(() => null);
}

void boot();

// An admin panel over SignalR: a middleware pipeline turns a hub's name into a connection; two hubs, one base address.
import { HubConnectionState } from "@microsoft/signalr";
import { pipeline } from "./pipeline";
import { withAddress, withTenant, withRetry, build, HubContext } from "./steps";

const connect = pipeline<HubContext>([withAddress, withTenant, withRetry, build]);

async function start() {
  const { connection } = await connect({ hub: "audit", address: "", retryDelays: [] });
  if (!connection) return;
  connection.on("entry", (entry: { user: string; action: string }) => {
    const li = document.createElement("li");
    li.textContent = `${entry.user}: ${entry.action}`;
    document.body.prepend(li);
  });
  try {
    await connection.start();
  } finally {
    document.title = connection.state === HubConnectionState.Connected ? "Audit" : "Audit (offline)";
  }
}

start().catch((e) => console.warn(e));

// Case files of a council in plain TypeScript with SignalR: hub addresses come from a typed registry of services, one of
// which is not routed by the gateway and named by its port.
import { Hubs } from "./hubs";
import { Toasts } from "./toasts";

const toasts = new Toasts(document.getElementById("root")!);
const hubs = new Hubs();

hubs.on("documents", "scanned", (id: string) => toasts.show(`Document ${id} was scanned`));
hubs.on("chat", "message", (text: string) => toasts.show(text));
void hubs.startAll();

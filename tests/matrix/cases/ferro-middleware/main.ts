// Foundry dashboard in TypeScript: requests run through a chain of middlewares, each of which changes a context object;
// one of them sends "melt" requests to another port, the rest stay on the page's origin.
import { compose } from "./compose";
import { authenticate, locate, route, send, versioned } from "./middlewares";
import type { Context } from "./compose";

const pipeline = compose([authenticate, versioned("v3"), locate, route, send]);

async function call(service: string, path: string): Promise<unknown> {
  const context: Context = { service, path, headers: {}, url: "", response: null };
  await pipeline(context);
  return context.response;
}

const show = (name: string) => (value: unknown) => {
  document.body.dataset[name] = JSON.stringify(value ?? null);
};

call("orders", "/open").then(show("orders"), () => show("orders")(null));
call("melt", "/furnaces/2/temperature").then(show("melt"), () => show("melt")(null));
call("shifts", "/today").then(show("shifts"), () => show("shifts")(null));

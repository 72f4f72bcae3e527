// keep: a warehouse terminal: command objects on a bus; the gateway comes from a file at run time or is the page itself.
// page:
// page: __matrix.answers["/assets/runtime.json"] = { gateway: { host: "gw.runtime.example", port: 7777, tls: true } }
import { CommandBus } from "./bus";
import { OpenGateway, PrintLabel, ShowNotice } from "./commands";
import { loadRuntime } from "./runtime";
import { openGateway, printLabel, showNotice } from "./handlers";

const bus = new CommandBus()
  .register(OpenGateway, openGateway)
  .register(PrintLabel, printLabel)
  .register(ShowNotice, showNotice);

loadRuntime().then((runtime) => {
  bus.dispatch(new ShowNotice(`Printers: ${runtime.printers.map((p) => `${p.name} (${p.host}:${p.port})`).join(", ")}`));
  bus.dispatch(new OpenGateway(runtime.gateway, "dock-4"));
  bus.dispatch(new PrintLabel("SKU-9100", runtime.printers[0]));
});

// Lift monitoring: a small state machine whose "connecting" state runs an entry action with the machine's context. The
// context gets its endpoint from a transition's assign step. Telemetry to a public host, a status poll to the page.
import { createMachine, interpret } from "./machine.js";
import { cabinMachine } from "./cabin.js";
import { reportUptime } from "./uptime.js";

const service = interpret(createMachine(cabinMachine));
service.subscribe((state) => {
  document.documentElement.dataset.lift = state.value;
});
service.send({ type: "BOOT", shaft: 3 });
reportUptime(service);

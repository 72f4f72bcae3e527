// keep: courier shift planner: SignalR at what the server wrote into the page (run-time), else at relative URLs; a
// registry of environments for the "copy support info" button holds hosts with ports which are text only.
// page:
// page: window.__SHIFTS__ = { realtime: "https://rt.runtime.example/hubs" };
// page: window.__SHIFTS__ = { port: 7777 };
import { connectShifts } from "./hub.js";
import { supportInfo } from "./support.js";

const shifts = new Map();

connectShifts({
  assigned: (shift) => shifts.set(shift.id, shift),
  cancelled: ({ id }) => shifts.delete(id),
});

const button = document.createElement("button");
button.textContent = "Copy support info";
button.dataset.info = supportInfo();
button.addEventListener("click", () => navigator.clipboard?.writeText(button.dataset.info));
document.body.append(button);

// keep: a ticket office whose Phoenix channels, long polls and images all go through the page's origin; the ports in the
// code belong to a status page's texts, a CSP report and the public payment host.
import { Channels } from "./channels.js";
import { PaymentStatus } from "./payment.js";
import { describe } from "./topology.js";

const root = document.getElementById("root");
const channels = new Channels({ show: 880, token: "t-4000" });
channels.seats((taken) => {
  root.textContent = `${taken.length} seats taken`;
});
new PaymentStatus().check("order-8080");
root.title = describe();

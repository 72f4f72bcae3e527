// keep: ports that are the default of their scheme, named, and the page's own.
// Gates of a stadium: the port is always written out, as a proxy before the servers wants it: 443 and 80, or the page's.
import { explicit, defaulted } from "./ports.js";
import { Gates } from "./gates.js";

const gates = new Gates(document.getElementById("root"));

const entries = new WebSocket(explicit("/gates/entries"));
entries.onmessage = ({ data }) => gates.count(Number(data));

const alarms = new WebSocket(defaulted("/gates/alarms"));
alarms.onmessage = ({ data }) => gates.alarm(data);

// Barcode scanners of a depot: a tagged template encodes its values into an address; the tag is used for the scan socket
// (a fixed port), for the page's API and for a text shown to people.
import { address, text } from "./tags.js";
import { Scans } from "./scans.js";

const gate = "Gate 4/B";
const { hostname, host, protocol } = window.location;
const ws = protocol === "https:" ? "wss" : "ws";
const SCAN_PORT = "9100";

const scans = new Scans();
const hint = text`Scanner at ${gate}: set its target to ${hostname} port ${SCAN_PORT}.`;

const socket = new WebSocket(address`${[ws]}://${[hostname]}:${SCAN_PORT}/scan/${gate}`);
socket.addEventListener("message", ({ data }) => scans.add(data));
socket.addEventListener("error", () => scans.show(hint));

const stock = new WebSocket(address`${[ws]}://${[host]}/stock/${gate}?since=${9100}`);
stock.addEventListener("message", ({ data }) => scans.level(data));

fetch(address`/api/gates/${gate}`).catch(() => scans.show(hint));

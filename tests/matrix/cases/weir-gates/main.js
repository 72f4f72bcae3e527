// A weir's control page: the programmable controller's address is four octets and a port in a binary frame (Uint8Array read by
// DataView) as the device's configuration tool exports it; the log goes to the page's origin.
import { decode } from "./frame.js";
import { Controller } from "./controller.js";

// written by the configuration tool: version, octets, port, unit
const FRAME = Uint8Array.of(2, 192, 168, 40, 17, 0x1f, 0x49, 6);

const controller = new Controller(decode(FRAME));
controller.poll(["gate1", "gate2"], (name, percent) => {
  document.getElementById("root").textContent = `${name}: ${percent} %`;
});
navigator.sendBeacon("/log/opened", JSON.stringify({ unit: controller.unit, limit: 8009 }));

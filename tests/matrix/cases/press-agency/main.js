// keep: a written port is replaced by the page's own or by nothing before use.
// News wires of an agency: addresses from an old list, whose host and port a regular expression replaces by the page's.
import { WIRES } from "./wires.js";
import { toPage } from "./to-page.js";

const root = document.getElementById("root");

for (const { title, address, kind = "socket" } of WIRES) {
  const url = toPage(address);
  const source = kind === "socket" ? new WebSocket(url) : new EventSource(url);
  source.onmessage = ({ data }) => {
    const item = document.createElement("li");
    item.textContent = `${title}: ${data}`;
    root.append(item);
  };
}

// Firewall administration: ports, addresses and "curl http://localhost:9200" are its data (a rule editor, an explanation of
// well-known ports, ready-made commands). It talks to its own origin only.
// keep: rules, examples and URLs that are shown or compared, never opened
import { RuleTable } from "./rules.js";
import { explain } from "./well-known.js";
import { api } from "./api.js";

const table = new RuleTable([
  { chain: "input", proto: "tcp", from: "10.0.0.0/8", to: "192.168.1.10", port: 9200, action: "accept" },
  { chain: "input", proto: "tcp", from: "any", to: "127.0.0.1", port: 5432, action: "drop" },
  { chain: "forward", proto: "udp", from: "any", to: "any", port: 51820, action: "accept" },
]);

document.getElementById("root").innerHTML = table
  .toRows()
  .map((row) => `<tr><td>${row.text}</td><td>${explain(row.port).name}</td><td><code>${explain(row.port).test}</code></td></tr>`)
  .join("");

api.load("/rules").then((rules) => table.merge(rules), () => document.body.classList.add("stale"));
api.watch("/rules/hits", (hit) => table.count(hit));

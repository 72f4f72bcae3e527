// keep: an operations board on the page's own origin: a shared connection module, host by location, metrics relative.
import { connection } from "./connection.js";
import { poll } from "./metrics.js";

const LIMITS = { port: 9000, rows: 3000 };

connection.on("status", ({ host, port }) => {
  const row = document.createElement("li");
  row.textContent = `${host}:${port || LIMITS.port}`;
  document.body.append(row);
});
connection.start();
poll(["cpu", "memory"], 9000);

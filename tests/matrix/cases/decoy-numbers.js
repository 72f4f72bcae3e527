// keep: 9000 as a timeout, a limit, a label, a query value and in help text.
import { io } from "socket.io-client";

const TIMEOUT = 9000;
const help = "Start the server with --port 9000 and open http://localhost:9000 or ws://" + location.hostname + ":9000";
setTimeout(() => console.log(help), TIMEOUT);
console.log(`limit ${TIMEOUT}`, [8e3, 9e3, 1e4], { port: 9000, host: "localhost" });
io("/", { timeout: TIMEOUT, reconnectionDelayMax: 9000, query: { port: 9000 } });
fetch("/api/list?limit=" + TIMEOUT).catch(() => {});

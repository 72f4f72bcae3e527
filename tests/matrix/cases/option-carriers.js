// The URL in options, lists and tables that have names of their own.
import { webSocket } from "rxjs/webSocket";
import { Centrifuge } from "centrifuge";

const config = { url: `ws://${location.hostname}:9001/rx`, protocol: "v1" };
webSocket(config).subscribe({ error() {} });
const transports = [
  { transport: "websocket", endpoint: `ws://${location.hostname}:9002/connection/websocket` },
  { transport: "sse", endpoint: `http://${location.hostname}:9002/connection/sse` },
];
new Centrifuge(transports).connect();
const table = { a: "ws://localhost:9003/a", b: `ws://${location.hostname}:9004/b` };
for (const key of ["a", "b"]) new WebSocket(table[key]);

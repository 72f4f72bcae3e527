// A Socket.IO server that lets in whom Frappe's would:
//   the namespace is the site, a cookie came along, and the host names of Host and Origin agree.
// usage: node socketio.mjs SITE   (listens on a free port of 127.0.0.1)
// Standard output is JSON lines: first {"port"}, then one object for each handshake.
import { createServer } from "node:http";

import { Server } from "socket.io";

const [site] = process.argv.slice(2);
const web = createServer();
const io = new Server(web, { cors: { origin: true, credentials: true } });

const report = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** The host's name, whether the text is a Host header or an Origin. */
function hostname(text) {
  if (!text) return undefined;
  const url = text.includes("://") ? text : `http://${text}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

function refusal(namespace, { host, origin, cookie }) {
  if (namespace !== `/${site}`) return "Invalid namespace";
  if (hostname(host) !== hostname(origin)) return "Invalid origin";
  if (!cookie) return "No authentication method used. Use cookie or authorization header.";
  return undefined;
}

const realtime = io.of(/^\/.*$/);
realtime.use((socket, next) => {
  const { headers } = socket.request;
  const error = refusal(socket.nsp.name, headers);
  report({
    namespace: socket.nsp.name,
    host: headers.host ?? null,
    origin: headers.origin ?? null,
    hasCookie: Boolean(headers.cookie),
    outcome: error ?? "connected",
  });
  next(error && new Error(error));
});
realtime.on("connection", (socket) => {
  socket.on("ping_bundlescan", (payload) => {
    socket.emit("pong_bundlescan", { ...payload, site: socket.nsp.name.slice(1) });
  });
});

web.listen(0, "127.0.0.1", () => report({ port: web.address().port }));
process.stdin.on("end", () => process.exit(0)).resume(); // ends with the test that started it

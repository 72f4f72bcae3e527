// URL helpers in a file of their own, with default parameters, and composed.
import { buildUrl, joinPath, withQuery } from "./url.js";

new WebSocket(buildUrl("/plain"));
new WebSocket(withQuery(buildUrl(joinPath("/rooms/", "lobby"), { port: 9001 }), { v: 2, lang: "en" }));
new WebSocket(buildUrl("/vendor", { host: "stream.vendor.example", port: 8443, scheme: "wss" }));

// A fleet map written with pipes, curried helpers and lenses; positions through a reconnecting socket.
import ReconnectingWebSocket from "reconnecting-websocket";
import { pipe, over, view, lensPath, prepend, join, tap } from "./fp.js";
import { environment } from "./environment.js";

const realtime = lensPath(["realtime"]);
const portOf = lensPath(["realtime", "port"]);

const toAuthority = ({ host, port }) => join(":", [host, port]);
const toSocketUrl = ({ secure, path, ...rest }) =>
  pipe(toAuthority, prepend(secure ? "wss://" : "ws://"), (base) => join("/", [base, path]))(rest);

const withSecure = (env) => over(realtime, (r) => ({ ...r, secure: env.page.protocol === "https:" }), env);
const withHost = (env) => over(realtime, (r) => ({ host: env.page.hostname, ...r }), env);
const withNumericPort = over(portOf, Number);

const positions = new Map();

const plot = ({ id, lat, lon }) => {
  positions.set(id, [lat, lon]);
  document.title = `${positions.size} vehicles`;
};

const listen = (url) => {
  const rws = new ReconnectingWebSocket(url, [], { maxRetries: 8, connectionTimeout: 4000, minUptime: 5000 });
  rws.addEventListener("message", pipe((e) => e.data, JSON.parse, tap(plot)));
  rws.addEventListener("open", () => rws.send(JSON.stringify({ subscribe: "positions" })));
  return rws;
};

pipe(withNumericPort, withHost, withSecure, view(realtime), toSocketUrl, listen)(environment());

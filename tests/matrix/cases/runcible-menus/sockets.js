import { Manager } from "socket.io-client";
import { settings } from "./settings.js";

const managers = {};

export function connect({ namespace, overrides }) {
  const { hostname, port, secure, path } = settings(overrides);
  const uri = `${secure ? "https" : "http"}://${hostname}:${port}`;
  const manager =
    managers[uri] ||
    (managers[uri] = new Manager(uri, { path, transports: ["websocket"], reconnectionAttempts: 2, timeout: 3900 }));
  return manager.socket(namespace, { auth: { board: namespace.slice(1) } });
}

// A default parameter that is a whole URL; the only caller relies on it.
import { io } from "socket.io-client";

export function createSocket(url = "http://127.0.0.1:5000", options = {}) {
  return io(url, { autoConnect: true, ...options });
}

createSocket(undefined, { path: "/engine" });

import { io } from "socket.io-client";

export function createRunner({ write, root = "" }) {
  let socket;
  const pending = [];

  const api = {
    start(example) {
      socket = io(`${root}/examples`, { path: "/playground/socket.io", transports: ["websocket"], query: { example } });
      socket.on("stdout", write);
      socket.on("exit", (code) => write(`\nexited with ${code}`));
      socket.on("connect", () => pending.splice(0).forEach((args) => socket.emit(...args)));
    },
    send(line) {
      socket?.connected ? socket.emit("stdin", line) : pending.push(["stdin", line]);
    },
  };
  return Object.freeze(api);
}

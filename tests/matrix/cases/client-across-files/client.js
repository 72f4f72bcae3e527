import { io } from "socket.io-client";

export { io };
export const connect = (namespace) => io(`${location.protocol}//${location.hostname}:9000${namespace}`);

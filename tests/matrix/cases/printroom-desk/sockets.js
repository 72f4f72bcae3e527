import { io } from "socket.io-client";

const common = { transports: ["websocket"], reconnectionAttempts: 2, timeout: 3001 };

export const pressSocket = () => io(":3001", { ...common, path: "/press" });

export const deskSocket = (room) => io(`/${room}`, { ...common, path: "/desk", query: { v: "3" } });

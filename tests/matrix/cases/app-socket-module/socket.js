import { io } from "socket.io-client";

let socket = null;

export function initSocket(token, options) {
  if (socket) return socket;
  const url = import.meta.env.VITE_SOCKET_URL || `${window.location.protocol}//${window.location.hostname}:9000`;
  socket = io(url, {
    auth: (callback) => callback({ token }),
    withCredentials: true,
    reconnectionAttempts: 5,
    ...options,
  });
  socket.on("connect_error", (error) => console.warn(error.message));
  return socket;
}

export function getSocket() {
  if (socket === null) throw new Error("initSocket was not called");
  return socket;
}

export default { get: getSocket, init: initSocket };

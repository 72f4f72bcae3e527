import { io } from "socket.io-client";

let shared;

const getOrigin = ({ protocol, hostname }, port) => [protocol, "//", hostname, port ? ":" : "", port || ""].join("");

function open(session) {
  const origin = getOrigin(window.location, session.socketio_port);
  const socket = io(`${origin}/${session.site || window.location.hostname}`, {
    withCredentials: true,
    reconnectionAttempts: 5,
    extraHeaders: { "X-Client": "helpdesk" },
  });
  socket.on("connect_error", (error) => console.warn("realtime", error.message));
  return socket;
}

export function useRealtime(session) {
  shared ??= open(session);
  return {
    on(event, handler) {
      shared.on(event, handler);
      return () => shared.off(event, handler);
    },
    emit: (event, ...args) => shared.emit(event, ...args),
  };
}

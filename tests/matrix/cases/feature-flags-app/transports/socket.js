import { register, authority } from "../registry.js";

const PORT = 4001;

register("websocket", {
  open({ channel, handlers }) {
    const proto = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${proto}://${authority(PORT)}/channels/${channel}`);
    socket.addEventListener("message", (event) => handlers.message(event.data));
    socket.addEventListener("error", handlers.error);
    return () => socket.close();
  },
});

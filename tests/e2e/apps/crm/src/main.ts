import { initSocket } from "./socket";

function show(id: "state" | "error" | "reply", text: string): void {
  document.getElementById(id)!.textContent = text;
}

const socket = initSocket();
socket.on("connect", () => {
  show("state", "connected");
  show("error", "");
  socket.emit("ping_bundlescan", { said: "hello" });
});
socket.on("connect_error", (cause) => {
  show("state", "disconnected");
  show("error", cause.message);
});
socket.on("disconnect", (reason) => {
  show("state", "disconnected");
  show("error", reason);
});
socket.on("pong_bundlescan", (payload: unknown) => show("reply", JSON.stringify(payload)));

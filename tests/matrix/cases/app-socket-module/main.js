// A singleton in a module's variable, made by one function and given out by another; auth as a callback.
// env: VITE_SOCKET_URL=
import sockets from "./socket.js";

sockets.init("t0", { path: "/rt" });
sockets.get().emit("hello");

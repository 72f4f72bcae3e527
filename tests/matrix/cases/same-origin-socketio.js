// keep: every way to say "the page's own origin" to Socket.IO.
import { io, Manager } from "socket.io-client";

io();
io("/");
io("/admin", { withCredentials: true });
io(window.location.origin);
io(location.origin + "/notes", { path: "/realtime/socket.io" });
io(`${location.protocol}//${location.host}/board`);
io({ path: "/other" });
const manager = new Manager(location.origin, { path: "/managed" });
manager.socket("/x");

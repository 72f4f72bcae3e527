// keep: namespaces, queries and undefined: all the page's origin.
// page: window.site_name = "site.example"
import { io } from "socket.io-client";

io("/" + window.site_name, { withCredentials: true });
io(undefined, { path: "/u" });
io("?a=9000");
io("", { port: 9000, path: "/e" });

// keep: io() ignores port, host and hostname among its options; the page's origin is used.
import { io } from "socket.io-client";

io({ port: 9000 });
io("/ns", { port: 9000, host: "localhost", hostname: "localhost", path: "/rt" });
io("", { port: "3000" });

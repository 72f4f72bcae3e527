// keep: a public service on its own port stays.
import { io } from "socket.io-client";

io("https://realtime.vendor.example:8443/room", { transports: ["websocket"] });
new WebSocket("wss://stream.vendor.example/v1?key=9000");
new EventSource("https://events.vendor.example:9000/feed");

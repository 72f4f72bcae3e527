// keep: the address is the page's own configuration, read at run time.
// page: window.APP = { ws: "wss://runtime.example:7777/ws", port: 7777, host: "runtime.example" }
import { io } from "socket.io-client";

new WebSocket(window.APP.ws);
new WebSocket("wss://" + window.APP.host + ":" + window.APP.port + "/two");
io(`https://${window.APP.host}`);

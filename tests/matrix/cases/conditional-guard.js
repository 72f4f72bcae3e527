// A development guard on the page's host name.
import { io } from "socket.io-client";

const url = window.location.hostname === "localhost" ? "http://localhost:9000" : window.location.origin;
io(url, { path: "/ws" });

// Laravel Echo with socket.io: host is the page's name and a fixed port.
import Echo from "laravel-echo";
import { io } from "socket.io-client";

const echo = new Echo({ broadcaster: "socket.io", client: io, host: window.location.hostname + ":6001" });
echo.channel("news");

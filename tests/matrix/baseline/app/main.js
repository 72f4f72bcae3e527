// A baseline's app: four connections that are known and accepted.
import { io } from "socket.io-client";
import { siteUrl, SOCKET_PORT } from "./config.js";
import { Live } from "./live.js";

const live = new Live();
const socket = io(siteUrl(SOCKET_PORT), { withCredentials: true });
socket.on("message", (text) => live.show(text));
live.follow(new EventSource(`http://${window.location.hostname}:8085/events?since=${Date.now()}`));

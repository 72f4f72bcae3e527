// SockJS on a fixed port.
// page: window.global = window
import SockJS from "sockjs-client";

const sock = new SockJS(`${location.protocol}//${location.hostname}:9000/sockjs`, null, { transports: ["websocket"] });
sock.onclose = () => {};

// autoConnect off, connected later; the namespace comes from run time.
// page: window.site_name = "site.example"
import { io } from "socket.io-client";

const socket = io(`${location.protocol}//${location.hostname}:9000/${window.site_name}`, { autoConnect: false });
socket.auth = { sid: "1" };
setTimeout(() => socket.connect(), 100);

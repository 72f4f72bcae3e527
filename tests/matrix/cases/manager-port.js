// new Manager({port}) does use the port, unlike io().
import { Manager } from "socket.io-client";

const manager = new Manager({ port: 9000, path: "/rt/socket.io", transports: ["polling"] });
const socket = manager.socket("/jobs");
socket.on("done", () => {});

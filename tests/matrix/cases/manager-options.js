// new Manager with host, port and scheme as options, under a name and through a function.
import { Manager } from "socket.io-client";

const options = { hostname: "localhost", port: 9001, secure: false, path: "/one/socket.io", transports: ["polling"] };
new Manager(options).socket("/a");
const managerFor = (port) => new Manager({ hostname: location.hostname, port, path: "/two/socket.io", transports: ["polling"] });
managerFor(9002).socket("/b");

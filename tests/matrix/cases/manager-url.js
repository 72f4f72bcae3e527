// A Manager with a URL on a fixed port, two namespaces from it.
import { Manager } from "socket.io-client";

const manager = new Manager(`http://${location.hostname}:9000`, { transports: ["polling"] });
manager.socket("/a");
manager.socket("/b", { auth: { t: 1 } });

// export *, export * as, a default that is passed on, and names that change on their way through three modules.
import { open, PORT as NOTIFICATIONS, sockets } from "./barrel.js";
import connect from "./barrel.js";

open("/star", NOTIFICATIONS);
sockets.open("/namespace", sockets.FEED);
connect("/default");
import("./barrel.js").then((all) => all.open("/lazy-star", all.CHAT));

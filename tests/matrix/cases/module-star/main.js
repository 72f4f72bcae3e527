// export *, a namespace, a default that is passed on, and names that change on their way through three modules.
import { open, PORT as NOTIFICATIONS } from "./barrel.js";
import connect from "./barrel.js";
import * as sockets from "./sockets.js";

open("/star", NOTIFICATIONS);
sockets.open("/namespace", sockets.FEED);
connect("/default");
import("./lazy.js").then((all) => all.open("/lazy-star", all.CHAT));

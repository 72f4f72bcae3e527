// Values that cross files: a constants module, a re-export, a dynamically imported client.
import { open } from "./gateway.js";

open("/static");
import("./lazy.js").then((lazy) => lazy.start());

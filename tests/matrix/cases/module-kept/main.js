// Exports that also serve something else, in other modules: the page's text, arithmetic, an address to keep.
import { PORT, table } from "./ports.js";
import { open, label } from "./uses.js";

open(PORT, "/kept");
open(table.chat, "/table");
document.title = label();
new EventSource("/events?port=" + table.shown);

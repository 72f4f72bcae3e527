// Classes that cross modules: extended, with a static field, made by a factory, kept in one instance.
import { Live } from "./live.js";
import { client } from "./client.js";
import("./lazy.js").then((m) => new m.Lazy().open("/lazy"));

new Live(9000).open("/live");
client.open("/single");

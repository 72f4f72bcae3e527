// Modules that import each other, a port that is set later, and one that a function changes.
import { start } from "./a.js";
import { current, select } from "./state.js";

start();
select(9001);
new WebSocket(`ws://${location.hostname}:${current}/changed`);

// ES modules import CommonJS ones and the other way round; a whole module that is a function; __esModule by hand.
import connect from "./whole.cjs.js";
import compiled, { port } from "./compiled.cjs.js";
import { viaRequire } from "./user.cjs.js";

connect(9000, "/whole");
compiled(port, "/compiled");
viaRequire("/require");

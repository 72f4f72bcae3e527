// A barrel that re-exports everything, a default class and a namespace import.
import Live, { settings } from "./lib/index.js";
import * as lib from "./lib/index.js";

new Live(settings.port).open();
lib.openPlain(lib.OTHER_PORT);

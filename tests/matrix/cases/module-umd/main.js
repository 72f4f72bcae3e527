// A library in its UMD wrapper, and another one that fills the exports it is given.
import { connect } from "./library.js";
import filled from "./filled.js";

connect("ws://" + location.hostname + ":9000/umd");
filled.connect(9001, "/filled");

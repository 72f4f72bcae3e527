// The client function itself crosses files: a wrapper module re-exports io, a lazy view calls it.
import { connect } from "./client.js";

connect("/main");
import("./view.js").then((view) => view.default());

// Two lazy views share a module, which becomes a chunk of its own.
import("./first.js").then((view) => view.show());
import("./second.js").then((view) => view.show());

// Rest parameters and spread arguments on the way to the constructor.
const glue = (...parts) => parts.join("");
const open = (...args) => new WebSocket(...args);

open(glue("ws://", location.hostname, ":", 9000, "/rest"), ["a", "b"]);

// Array.join and String.concat.
const port = 9000;
const joined = ["ws:", "", [window.location.hostname, port].join(":"), "joined"].join("/");
new WebSocket(joined);
new WebSocket("ws://".concat(window.location.hostname, ":").concat(port, "/concat"));

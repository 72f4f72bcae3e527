// && and || between the pieces of an authority.
const port = location.port && 9000;
const suffix = port && ":" + port;
const host = location.hostname || "localhost";
new WebSocket("ws://" + host + (suffix || "") + "/short");

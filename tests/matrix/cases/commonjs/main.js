// CommonJS modules: module.exports, exports.name, require inside a function.
const config = require("./config.js");
const socket = require("./socket.js");

socket.open(config.port, "/cjs");

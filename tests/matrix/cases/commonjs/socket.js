const { host } = require("./config.js");

exports.open = function open(port, path) {
  return new WebSocket("ws://" + host() + ":" + port + path);
};

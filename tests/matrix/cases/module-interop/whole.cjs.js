module.exports = function connect(port, path) {
  return new WebSocket("ws://" + window.location.hostname + ":" + port + path);
};
module.exports.fallback = 9003;

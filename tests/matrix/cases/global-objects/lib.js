var Live = (function () {
  function open(port, path) {
    return new WebSocket("ws://" + location.hostname + ":" + port + path);
  }
  return { open: open, PORT: 9003 };
})();
(function (root) {
  root.connect = function (port) {
    return Live.open(port, "/connect");
  };
})(typeof globalThis !== "undefined" ? globalThis : window);

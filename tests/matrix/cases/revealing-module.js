// The revealing module pattern, and a namespace on window.
var Realtime = (function () {
  var port = 9000;
  function url() {
    return "ws://" + location.hostname + ":" + port + "/module";
  }
  function start() {
    return new WebSocket(url());
  }
  return { start: start, url: url };
})();

window.App = window.App || {};
window.App.config = { port: 9001 };
window.App.connect = function () {
  return new WebSocket("ws://" + location.hostname + ":" + window.App.config.port + "/namespace");
};

Realtime.start();
window.App.connect();

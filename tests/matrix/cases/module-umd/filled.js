(function (global, factory) {
  typeof exports === "object" && typeof module !== "undefined"
    ? factory(exports)
    : typeof define === "function" && define.amd
      ? define(["exports"], factory)
      : factory((global.filled = {}));
})(this, function (exports) {
  "use strict";
  function connect(port, path) {
    return new WebSocket("ws://" + location.hostname + ":" + port + path);
  }
  exports.connect = connect;
});

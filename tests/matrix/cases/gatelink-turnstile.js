// Old kiosk firmware UI on Socket.IO 2, in jQuery-era modules: the origin's port is cut off with a regular expression and
// the controller's 3366 appended; the visitor log keeps to the page's origin with XMLHttpRequest.
import io from "socket.io-client-2";

var GateLink = (function () {
  var CONTROLLER_SUFFIX = ":3366";
  var gates = { north: { id: 1, beam: 8010 }, south: { id: 2, beam: 8011 } };

  function controllerOrigin() {
    var origin = window.location.protocol + "//" + window.location.host;
    return origin.replace(/:\d+$/, "") + CONTROLLER_SUFFIX;
  }

  function GateLink(name, callbacks) {
    this.gate = gates[name];
    this.callbacks = callbacks || {};
    this.socket = null;
  }

  GateLink.prototype.open = function () {
    var self = this;
    this.socket = io(controllerOrigin() + "/gate", {
      forceNew: true,
      reconnectionAttempts: 1,
      query: "gate=" + this.gate.id,
    });
    this.socket.on("passage", function (passage) {
      self.log(passage);
      if (self.callbacks.onPassage) self.callbacks.onPassage(passage);
    });
    this.socket.on("connect_error", function () {
      document.body.className = "gate-offline";
    });
    return this;
  };

  GateLink.prototype.log = function (passage) {
    var request = new XMLHttpRequest();
    request.open("POST", "/log/passages?beam=" + this.gate.beam, true);
    request.setRequestHeader("Content-Type", "application/json");
    request.send(JSON.stringify(passage));
  };

  return GateLink;
})();

var north = new GateLink("north", {
  onPassage: function (passage) {
    document.title = passage.direction + " " + passage.badge;
  },
});

north.open().log({ direction: "boot", badge: "0000" });

// An embeddable widget: options from the caller over defaults, a queue called before it loads, ES5 style.
// page: window.ChatQ = [["init", { room: "support" }]]
(function (window) {
  var defaults = { host: window.location.hostname, port: 9000, room: "lobby", secure: false };

  function extend(target) {
    for (var i = 1; i < arguments.length; i++) {
      for (var key in arguments[i]) {
        if (Object.prototype.hasOwnProperty.call(arguments[i], key)) target[key] = arguments[i][key];
      }
    }
    return target;
  }

  function Widget(options) {
    this.options = extend({}, defaults, options);
  }

  Widget.prototype.url = function () {
    var o = this.options;
    return (o.secure ? "wss" : "ws") + "://" + o.host + ":" + o.port + "/chat/" + encodeURIComponent(o.room);
  };

  Widget.prototype.connect = function () {
    var self = this;
    this.socket = new WebSocket(this.url());
    this.socket.onclose = function () {
      self.socket = null;
    };
    return this;
  };

  var commands = {
    init: function (options) {
      return new Widget(options).connect();
    },
  };
  (window.ChatQ || []).forEach(function (call) {
    commands[call[0]](call[1]);
  });
})(window);

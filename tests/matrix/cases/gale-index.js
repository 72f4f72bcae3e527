// ES5 library style: UMD-ish IIFE, WeakMap for private state, accessors made with Object.defineProperties.
var Gale = (function (root) {
  'use strict';

  var privates = new WeakMap();

  function internal(self) {
    if (!privates.has(self)) {
      privates.set(self, { port: 8585, channel: 'wind', socket: null, last: null });
    }
    return privates.get(self);
  }

  function Gale(options) {
    var state = internal(this);
    options = options || {};
    for (var key in options) {
      if (Object.prototype.hasOwnProperty.call(options, key)) {
        state[key] = options[key];
      }
    }
  }

  Object.defineProperties(Gale.prototype, {
    secure: {
      get: function () {
        return root.location.protocol === 'https:';
      }
    },
    authority: {
      enumerable: true,
      get: function () {
        return root.location.hostname + ':' + internal(this).port;
      }
    },
    url: {
      enumerable: true,
      get: function () {
        return (this.secure ? 'wss://' : 'ws://') + this.authority + '/gale/' + internal(this).channel;
      }
    },
    last: {
      get: function () {
        return internal(this).last;
      }
    }
  });

  Gale.prototype.open = function () {
    var self = this;
    var state = internal(this);
    state.socket = new root.WebSocket(this.url);
    state.socket.onmessage = function (event) {
      state.last = JSON.parse(event.data);
      self.draw();
    };
    state.socket.onclose = function () {
      root.setTimeout(function () {
        self.open();
      }, 8585);
    };
    return this;
  };

  Gale.prototype.draw = function () {
    var state = internal(this);
    root.document.title = state.last ? 'Wind ' + state.last.knots + ' kn' : 'Wind';
  };

  return Gale;
})(window);

var gale = new Gale({ channel: 'north-pier' }).open();

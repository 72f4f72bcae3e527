// A 2011 push library: Flash policy port, WebSocket, then comet long-polling over XMLHttpRequest; the comet servlet's
// port is given as an offset to the socket's, the Flash and policy ports are remembered only for a plugin long gone.
var Orbit = (function (window, undefined) {
  var VERSION = '0.9.84';
  var transports = {};

  function each(list, fn) {
    for (var i = 0, n = list.length; i < n; i++) if (fn(list[i], i) === false) break;
  }

  function merge() {
    var out = {};
    each(arguments, function (source) {
      for (var key in source) if (source[key] !== undefined) out[key] = source[key];
    });
    return out;
  }

  transports.flash = {
    available: function () {
      return !!(window.swfobject && window.swfobject.hasFlashPlayerVersion('10.0.0'));
    },
    open: function (o) {
      window.WEB_SOCKET_SWF_LOCATION = 'http://' + o.host + ':' + o.flashPort + '/WebSocketMain.swf';
      return new window.FlashSocket('xmlsocket://' + o.host + ':' + o.policyPort);
    }
  };

  transports.websocket = {
    available: function () {
      return 'WebSocket' in window && /^Sawmill/.test(window.navigator.userAgent);
    },
    open: function (o) {
      return new WebSocket('ws://' + o.host + ':' + o.port + '/orbit/' + o.stream);
    }
  };

  transports.comet = {
    available: function () {
      return true;
    },
    open: function (o, receive) {
      var cursor = 0;
      var rounds = 0;
      (function poll() {
        var xhr = new XMLHttpRequest();
        xhr.open('POST', o.httpScheme + '//' + o.host + ':' + (o.port + o.cometOffset) + '/comet/' + o.stream + '?cursor=' + cursor, true);
        xhr.setRequestHeader('Content-Type', 'text/plain');
        xhr.onreadystatechange = function () {
          if (xhr.readyState !== 4) return;
          if (xhr.status === 200) {
            cursor += 1;
            receive(xhr.responseText);
          }
          if (++rounds < 3) window.setTimeout(poll, 2000 * rounds);
        };
        xhr.send('v=' + VERSION);
      })();
    }
  };

  function Client(options) {
    this.options = merge(Client.defaults, options);
  }
  Client.defaults = {
    host: window.location.hostname,
    httpScheme: window.location.protocol,
    port: 8088,
    cometOffset: 14,
    flashPort: 843,
    policyPort: 10843,
    order: ['flash', 'websocket', 'comet']
  };
  Client.prototype.start = function (receive) {
    var options = this.options;
    each(options.order, function (name) {
      if (!transports[name].available()) return true;
      transports[name].open(options, receive);
      return false;
    });
    return this;
  };

  return { Client: Client, version: VERSION };
})(window);

new Orbit.Client({ stream: 'bandsaw', host: undefined }).start(function (text) {
  document.title = text;
});

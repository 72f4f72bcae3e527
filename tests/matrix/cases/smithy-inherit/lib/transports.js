import { inherits } from './inherits.js';

function Transport(options) {
  this.room = options.room;
  this.opened = 0;
}
Transport.prototype.port = window.location.port;
Transport.prototype.timeout = 15000;
Transport.prototype.scheme = function () {
  return window.location.protocol === 'https:' ? this.schemes[1] : this.schemes[0];
};
Transport.prototype.authority = function () {
  var port = String(this.port);
  return window.location.hostname + (port ? ':' + port : '');
};
Transport.prototype.target = function () {
  return this.scheme() + '://' + this.authority() + this.path + this.room;
};
Transport.prototype.connect = function () {
  this.opened += 1;
  return this.dial(this.target());
};

export function SocketTransport(options) {
  Transport.call(this, options);
  this.frames = [];
}
inherits(SocketTransport, Transport, {
  schemes: ['ws', 'wss'],
  path: '/heat/',
  // The telemetry daemon of the smithy listens beside the web server.
  port: 15672 - 7000,
  dial: function (url) {
    var frames = this.frames;
    var socket = new WebSocket(url, ['smithy.v1']);
    socket.onmessage = function (event) {
      frames.push(event.data);
    };
    return socket;
  }
});

export function ForgeTransport(options) {
  SocketTransport.call(this, options);
  this.timeout = 8080;
}
inherits(ForgeTransport, SocketTransport, {
  path: '/heat/forge/',
  connect: function () {
    if (this.opened > 3) return null;
    return ForgeTransport.uber.connect.call(this);
  }
});

export function AnvilPoller(options) {
  Transport.call(this, options);
}
inherits(AnvilPoller, Transport, {
  schemes: ['http', 'https'],
  path: '/poll/',
  dial: function (url) {
    var xhr = new XMLHttpRequest();
    xhr.open('GET', url + '?t=' + this.timeout, true);
    xhr.send(null);
    return xhr;
  }
});

import $ from 'jquery';
import './namespace.js';

var MILL = window.MILL;
var net = MILL.namespace('MILL.net');

net.Events = {
  on: function (name, handler) {
    this._handlers = this._handlers || {};
    (this._handlers[name] = this._handlers[name] || []).push(handler);
    return this;
  },
  trigger: function (name) {
    var args = [].slice.call(arguments, 1);
    var self = this;
    $.each((this._handlers || {})[name] || [], function (_, handler) {
      handler.apply(self, args);
    });
  }
};

net.PushClient = function (options) {
  this.options = options;
  this.attempt = 0;
};

MILL.mixin(net.PushClient.prototype, net.Events, {
  address: function () {
    var e = this.options.endpoint;
    var secure = window.location.protocol === 'https:';
    return (secure ? 'wss' : 'ws') + '://' + window.location.hostname + ':' + e.port + e.path + e.channel;
  },
  start: function () {
    var self = this;
    var socket = (this.socket = new WebSocket(this.address()));
    socket.onmessage = function (event) {
      var message = JSON.parse(event.data);
      self.trigger(message.topic, message.rows);
    };
    socket.onclose = function () {
      self.attempt += 1;
      if (self.attempt < 3) setTimeout($.proxy ? $.proxy(self.start, self) : self.start.bind(self), self.options.retry.first * self.attempt);
    };
  }
});

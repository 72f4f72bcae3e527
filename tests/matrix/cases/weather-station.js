// A weather station from 2016: inherits, an emitter, gauges by prototype, sensors over MQTT with the positional client.
import Paho from "paho-mqtt";

function inherits(ctor, superCtor) {
  ctor.super_ = superCtor;
  ctor.prototype = Object.create(superCtor.prototype, { constructor: { value: ctor, writable: true, configurable: true } });
}

function Emitter() {
  this._events = {};
}
Emitter.prototype.on = function (name, fn) {
  (this._events[name] = this._events[name] || []).push(fn);
  return this;
};
Emitter.prototype.emit = function (name) {
  var args = Array.prototype.slice.call(arguments, 1);
  (this._events[name] || []).forEach(function (fn) {
    fn.apply(null, args);
  });
};

function Station(opts) {
  Emitter.call(this);
  opts = opts || {};
  this.id = opts.id;
  this.host = opts.host || window.location.hostname;
  this.port = opts.port || Station.DEFAULT_PORT;
  this.root = "station/" + this.id + "/";
}
inherits(Station, Emitter);

Station.DEFAULT_PORT = 9883;
Station.TOPICS = ["wind", "rain", "pressure"];

Station.prototype.connect = function () {
  var self = this;
  this.client = new Paho.Client(this.host, this.port, "/mqtt", "web-" + this.id);
  this.client.onMessageArrived = function (msg) {
    self.emit(msg.destinationName.slice(self.root.length), parseFloat(msg.payloadString));
  };
  this.client.onConnectionLost = function (res) {
    if (res.errorCode !== 0) self.emit("lost", res.errorMessage);
  };
  this.client.connect({
    useSSL: window.location.protocol === "https:",
    timeout: 3,
    keepAliveInterval: 30,
    onSuccess: function () {
      Station.TOPICS.forEach(function (topic) {
        self.client.subscribe(self.root + topic);
      });
    },
    onFailure: function (e) {
      self.emit("lost", e.errorMessage);
    },
  });
  return this;
};

function Gauge(el, label, max) {
  this.el = el;
  this.label = label;
  this.max = max;
}
Gauge.prototype.set = function (value) {
  var pct = Math.min(100, (value / this.max) * 100);
  this.el.style.width = pct + "%";
  this.el.innerHTML = this.label + ": " + value;
};

var gauges = [["wind", 40], ["rain", 80], ["pressure", 1080]].map(function (def) {
  var div = document.body.appendChild(document.createElement("div"));
  return { topic: def[0], gauge: new Gauge(div, def[0], def[1]) };
});

var station = new Station({ id: "hill-3" });
gauges.forEach(function (g) {
  station.on(g.topic, g.gauge.set.bind(g.gauge));
});
station
  .on("lost", function (why) {
    document.title = "offline: " + why;
  })
  .connect();

// Fuel depot back office in old jQuery style: prototypes, and an ajaxPrefilter which sends URLs of the "~gauge" prefix to
// the tank gauge server's port on the page's host; every other $.ajax stays on the page's own origin.
import $ from "jquery";

var Depot = { version: "4.2.8080", unit: "litre" };

Depot.backends = {
  gauge: { port: 8189, context: "/tankserver" },
  ledger: { port: null, context: "/ledger" },
};

$.ajaxPrefilter(function (options) {
  var match = /^~(\w+)(\/.*)$/.exec(options.url);
  if (!match) return;
  var backend = Depot.backends[match[1]];
  var origin = window.location.protocol + "//" + window.location.hostname;
  if (backend.port) {
    origin += ":" + backend.port;
  } else {
    origin = "";
  }
  options.url = origin + backend.context + match[2];
});

function Poller(url, interval, render) {
  this.url = url;
  this.interval = interval;
  this.render = render;
  this.failures = 0;
}

Poller.prototype.start = function () {
  var self = this;
  $.ajax({ url: self.url, dataType: "json", cache: true, timeout: 7000 })
    .done(function (rows) {
      self.failures = 0;
      self.render(rows);
    })
    .fail(function () {
      self.failures += 1;
    })
    .always(function () {
      if (self.failures < 3) {
        self.timer = setTimeout($.proxy ? $.proxy(self.start, self) : self.start.bind(self), self.interval);
      }
    });
  return this;
};

Poller.prototype.stop = function () {
  clearTimeout(this.timer);
};

function TankTable(selector) {
  this.$el = $("<table>").attr("id", selector).appendTo(document.body);
}

TankTable.prototype.update = function (tanks) {
  var $el = this.$el.empty();
  $.each(tanks, function (i, tank) {
    $("<tr>")
      .append($("<td>").text(tank.name))
      .append($("<td>").text(tank.level + " " + Depot.unit))
      .toggleClass("low", tank.level < 5000)
      .appendTo($el);
  });
};

$(function () {
  var tanks = new TankTable("tanks");
  var deliveries = new TankTable("deliveries");
  Depot.gauges = new Poller("~gauge/levels.json", 4000, $.proxy ? $.proxy(tanks.update, tanks) : tanks.update.bind(tanks)).start();
  Depot.ledger = new Poller("~ledger/deliveries", 9000, function (rows) {
    deliveries.update(rows);
  }).start();
  $.getJSON("/session/whoami?depot=18083");
});

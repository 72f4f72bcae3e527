// Old jQuery plugin (ES5): machines are watched over a socket whose port is a plugin default, data attributes may override it.
import $ from 'jquery';

(function ($, window) {
  'use strict';

  var defaults = {
    port: 8181,
    path: '/machines',
    pollEvery: 15000,
    labels: { free: 'Free', busy: 'Running', broken: 'Out of order' }
  };

  function LaundryBoard(element, options) {
    this.$el = $(element);
    this.options = $.extend({}, defaults, options, this.$el.data());
    this.machines = {};
    this.init();
  }

  LaundryBoard.prototype.init = function () {
    var self = this;
    this.$el.addClass('laundry-board').empty();
    this.connect();
    window.setInterval(function () { self.ping(); }, this.options.pollEvery);
  };

  LaundryBoard.prototype.socketUrl = function () {
    var loc = window.location;
    var scheme = loc.protocol === 'https:' ? 'wss:' : 'ws:';
    return scheme + '//' + loc.hostname + ':' + this.options.port + this.options.path + '?floor=' + this.options.floor;
  };

  LaundryBoard.prototype.connect = function () {
    var self = this;
    if (!('WebSocket' in window)) { return; }
    this.socket = new window.WebSocket(this.socketUrl());
    this.socket.onmessage = function (event) {
      var message = $.parseJSON ? $.parseJSON(event.data) : JSON.parse(event.data);
      $.each(message.machines, function (i, machine) {
        self.machines[machine.id] = machine;
      });
      self.render();
    };
    this.socket.onclose = function () {
      window.setTimeout(function () { self.connect(); }, 4000);
    };
  };

  LaundryBoard.prototype.ping = function () {
    if (this.socket && this.socket.readyState === 1) {
      this.socket.send('{"type":"ping"}');
    }
  };

  LaundryBoard.prototype.render = function () {
    var labels = this.options.labels;
    var items = $.map(this.machines, function (machine) {
      return $('<li>').addClass(machine.state).text('#' + machine.id + ' ' + labels[machine.state]);
    });
    this.$el.empty().append(items);
  };

  $.fn.laundryBoard = function (options) {
    return this.each(function () {
      if (!$.data(this, 'laundryBoard')) {
        $.data(this, 'laundryBoard', new LaundryBoard(this, options));
      }
    });
  };
})($, window);

$(document.createElement('ul'))
  .attr('data-floor', '2')
  .appendTo(document.body || document.documentElement)
  .laundryBoard({ pollEvery: 20000 });

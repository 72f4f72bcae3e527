// jQuery plugin of an agency: options come from data attributes of markup which a template string has written.
import $ from 'jquery';

const MARKUP = `
  <section class="tour-box">
    <h2>Guided tours</h2>
    <ul class="js-slots" data-source="/tours/slots.json" data-refresh="9000"></ul>
    <p class="js-visitors" data-visitors='{"service": 8890, "path": "/count/today", "label": "%d in the vaults"}'></p>
    <small>Phone <a href="tel:+33143224763">01 43 22 47 63</a></small>
  </section>`;

(function ($) {
  'use strict';

  const pluginName = 'visitorCounter';
  const defaults = {
    path: '/count',
    label: '%d',
    every: 5000,
    onUpdate: $.noop || function () {},
  };

  function Plugin(element, options) {
    this.$el = $(element);
    this.settings = $.extend({}, defaults, this.$el.data('visitors'), options);
    this._name = pluginName;
    this.init();
  }

  $.extend(Plugin.prototype, {
    init: function () {
      const self = this;
      this.poll();
      this.timer = setInterval(function () {
        self.poll();
      }, this.settings.every);
    },

    endpoint: function () {
      const here = document.createElement('a');
      here.href = document.location.href;
      here.port = this.settings.service || here.port;
      return here.protocol + '//' + here.host + this.settings.path;
    },

    poll: function () {
      const self = this;
      $.ajax({ url: this.endpoint(), dataType: 'json', cache: true })
        .done(function (count) {
          self.$el.text(self.settings.label.replace('%d', count.total));
          self.settings.onUpdate.call(self, count);
        })
        .fail(function () {
          self.$el.addClass('is-stale');
        });
    },

    destroy: function () {
      clearInterval(this.timer);
      this.$el.removeData('plugin_' + pluginName);
    },
  });

  $.fn[pluginName] = function (options) {
    return this.each(function () {
      if (!$.data(this, 'plugin_' + pluginName)) {
        $.data(this, 'plugin_' + pluginName, new Plugin(this, options));
      }
    });
  };
})($);

function loadSlots($list) {
  $.getJSON($list.data('source'), { per: 10 })
    .done(function (slots) {
      $list.html($.map(slots, (slot) => '<li>' + slot.at + ' (' + slot.free + ')</li>').join(''));
    })
    .fail(function () {
      $list.html('<li>Please ask at the desk (ext. 8891).</li>');
    });
}

$(function () {
  $('#root').append(MARKUP);
  loadSlots($('.js-slots'));
  $('.js-visitors').visitorCounter({ every: 8000 });
});

import $ from 'jquery';
import SockJS from 'sockjs-client';

const NAME = 'cellarFeed';

function Feed(element, options) {
  this.$el = $(element);
  this.options = $.extend(true, {}, $.fn[NAME].defaults, this.$el.data(), options);
  this._init();
}

Feed.prototype = {
  constructor: Feed,

  _init: function () {
    this.$el.addClass('cellar-feed').attr('aria-live', 'polite');
    this.connect();
  },

  _endpoint: function () {
    const server = this.options.server;
    const link = document.createElement('a');
    link.href = server.prefix;
    return [link.protocol, '//', link.hostname, server.port ? ':' + server.port : '', link.pathname].join('');
  },

  connect: function () {
    const self = this;
    const socket = new SockJS(this._endpoint(), null, this.options.sockjs);
    socket.onopen = function () {
      socket.send(JSON.stringify({ join: self.options.cellarRoom, channel: self.options.cellarChannel }));
    };
    socket.onmessage = function (event) {
      self.options.onReading.call(self.$el[0], JSON.parse(event.data));
    };
    socket.onclose = function () {
      self.$el.trigger('cellarfeed:closed');
    };
    this.socket = socket;
  },

  destroy: function () {
    this.socket.close();
    this.$el.removeData('plugin_' + NAME);
  },
};

$.fn[NAME] = function (options) {
  return this.each(function () {
    const held = $.data(this, 'plugin_' + NAME);
    if (!held) $.data(this, 'plugin_' + NAME, new Feed(this, options));
    else if (typeof options === 'string') held[options]();
  });
};

$.fn[NAME].defaults = {
  server: { prefix: '/beds', port: 8129 },
  sockjs: { timeout: 3000, transports: ['websocket', 'xhr-polling'] },
  cellarRoom: 'main',
  onReading: $.noop,
};

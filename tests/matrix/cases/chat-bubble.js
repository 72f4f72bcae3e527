// An ES5 jQuery plugin with hand-written reconnection; the chat server has port 8081 on the page's host.
import jQuery from 'jquery';

(function ($, window) {
    'use strict';

    var defaults = {
        port: '8081',
        path: '/ws/chat',
        maxAttempts: 6,
        backoff: 500
    };

    function ChatWidget(element, options) {
        this.$el = $(element);
        this.settings = $.extend({}, defaults, options);
        this.attempts = 0;
        this.queue = [];
        this.init();
    }

    ChatWidget.prototype.init = function () {
        this.$el.addClass('chat-widget').html('<div class="messages"></div><input type="text">');
        this.open();
    };

    ChatWidget.prototype.address = function () {
        var loc = window.location;
        var proto = loc.protocol == 'https:' ? 'wss://' : 'ws://';
        return proto + loc.hostname + ':' + this.settings.port + this.settings.path;
    };

    ChatWidget.prototype.open = function () {
        var self = this;
        this.ws = new WebSocket(this.address());
        this.ws.onopen = function () {
            self.attempts = 0;
            while (self.queue.length) {
                self.ws.send(self.queue.shift());
            }
        };
        this.ws.onmessage = function (e) {
            self.append(e.data);
        };
        this.ws.onclose = function () {
            if (self.attempts++ < self.settings.maxAttempts) {
                setTimeout($.proxy ? $.proxy(self.open, self) : self.open.bind(self), self.delay());
            }
        };
    };

    ChatWidget.prototype.delay = function () {
        return this.settings.backoff * Math.pow(2, this.attempts);
    };

    ChatWidget.prototype.append = function (text) {
        this.$el.find('.messages').append($('<p>').text(text));
    };

    $.fn.chatWidget = function (options) {
        return this.each(function () {
            if (!$.data(this, 'chatWidget')) {
                $.data(this, 'chatWidget', new ChatWidget(this, options));
            }
        });
    };
})(jQuery, window);

jQuery(function ($) {
    $('<aside>').appendTo('body').chatWidget({ path: '/ws/support', backoff: 800 });
});

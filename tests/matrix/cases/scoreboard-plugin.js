// A jQuery plugin for score boards, options from defaults, call and data attributes, socket on a port of the page's domain.
import $ from "jquery";

;(function ($, window, document, undefined) {
  var pluginName = "scoreBoard",
    defaults = {
      transport: "ws",
      port: 8181,
      path: "scores",
      maxRows: 50,
      refresh: 15000,
      timeout: 3000,
      classes: { row: "sb-row", live: "sb-live", stale: "sb-stale" },
      onMessage: $.noop,
      onStatus: $.noop,
    };

  function ScoreBoard(element, options) {
    this.element = element;
    this.$el = $(element);
    this.settings = $.extend(true, {}, defaults, options, this.$el.data());
    this._name = pluginName;
    this._retries = 0;
    this.init();
  }

  $.extend(ScoreBoard.prototype, {
    init: function () {
      var that = this;
      this.$list = $("<ul/>").appendTo(this.$el);
      this.$status = $("<span/>", { text: "connecting..." }).prependTo(this.$el);
      if (!("WebSocket" in window)) {
        this.$status.text("Your browser is too old");
        return;
      }
      this.connect();
      $(window).on("beforeunload." + pluginName, function () {
        that.destroy();
      });
    },

    address: function () {
      var s = this.settings,
        scheme = s.transport + (window.location.protocol == "https:" ? "s" : "");
      return scheme + "://" + document.domain + ":" + s.port + "/" + s.path + "?sport=" + encodeURIComponent(s.sport || "all");
    },

    connect: function () {
      var that = this;
      this.ws = new WebSocket(this.address());
      this.ws.onopen = $.proxy ? $.proxy(this.opened, this) : this.opened.bind(this);
      this.ws.onclose = function () {
        that.$el.removeClass(that.settings.classes.live).addClass(that.settings.classes.stale);
        if (that._retries++ < 5) setTimeout(that.connect.bind(that), that.settings.timeout * that._retries);
      };
      this.ws.onmessage = function (e) {
        var data = JSON.parse(e.data);
        that.render(data);
        that.settings.onMessage.call(that.element, data);
      };
    },

    opened: function () {
      this._retries = 0;
      this.$el.addClass(this.settings.classes.live);
      this.$status.text("live");
      this.settings.onStatus.call(this.element, "live");
    },

    render: function (game) {
      var $row = $("<li/>", { "class": this.settings.classes.row, "data-id": game.id });
      $row.text(game.home + " - " + game.away + "  " + game.score.join(":"));
      this.$list.prepend($row);
      this.$list.children().slice(this.settings.maxRows).remove();
    },

    destroy: function () {
      if (this.ws) {
        this.ws.onclose = null;
        this.ws.close();
      }
      this.$el.removeData("plugin_" + pluginName).empty();
    },
  });

  $.fn[pluginName] = function (options) {
    return this.each(function () {
      if (!$.data(this, "plugin_" + pluginName)) {
        $.data(this, "plugin_" + pluginName, new ScoreBoard(this, options));
      }
    });
  };
})($, window, document);

var $board = $('<div class="board" data-sport="hockey" data-max-rows="20"></div>').appendTo(document.body);
$board.scoreBoard({
  path: "live/scores",
  onStatus: function (status) {
    $(this).attr("title", "Scores are " + status);
  },
});

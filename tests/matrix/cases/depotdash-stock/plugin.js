export function register($) {
  const defaults = {
    path: "/",
    refresh: 300,
    query: {},
    server: { host: window.location.hostname, port: 8899, timeout: 10000 },
  };

  function address(settings) {
    const { host, port } = settings.server;
    return "//" + host + (port ? ":" + port : "") + settings.path;
  }

  class DepotFeed {
    constructor($element, settings) {
      this.$element = $element;
      this.settings = settings;
      $element.on("depot:move", () => this.load());
    }

    load() {
      const { query, server } = this.settings;
      return $.ajax({ url: address(this.settings), data: query, timeout: server.timeout, dataType: "json" })
        .done((rows) => this.render(rows))
        .fail((xhr, status) => this.$element.attr("data-state", status));
    }

    render(rows) {
      this.$element.empty().append(rows.map((row) => $("<div>").text(`${row.sku}: ${row.count}`)));
    }
  }

  $.fn.depotFeed = function (options) {
    return this.each(function () {
      const settings = $.extend(true, {}, defaults, options);
      const feed = new DepotFeed($(this), settings);
      $(this).data("depotFeed", feed);
      feed.load();
    });
  };
}

export function feed($) {
  $.fn.liveFeed = function (options) {
    const settings = $.extend(true, {}, $.fn.liveFeed.defaults, options);
    const server = settings.server;
    const url = [location.protocol, '//', location.hostname, server.port ? ':' + server.port : '', server.path].join('');

    return this.each(function () {
      const $element = $(this);

      function load() {
        $.getJSON(url, { since: $element.data('since') || 0 })
          .done(function (answer) {
            $element.data('since', answer.at).trigger('positions', [answer.trucks]);
          })
          .fail(function () {
            $element.addClass('stale');
          });
      }

      load();
      $element.data('timer', setInterval(load, settings.every));
    });
  };

  $.fn.liveFeed.defaults = {
    every: 15000,
    server: { port: 8899, path: '/feed.json', timeout: 9000 },
    map: { zoom: 11, centre: [51.05, 3.72] },
  };
}

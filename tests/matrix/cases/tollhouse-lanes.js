// Toll lanes, module pattern of the jQuery years: a namespace object, $.Deferred, SockJS with an address from nested settings.
import $ from 'jquery';
import SockJS from 'sockjs-client';

const Toll = window.Toll || {};

Toll.settings = {
  lanes: 8,
  currency: 'EUR',
  endpoints: {
    barrier: { prefix: '/barrier', at: 8383 },
    camera: { prefix: '/camera' },
  },
};

Toll.util = (function () {
  function withoutPort(host) {
    const colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  function address(name) {
    const endpoint = Toll.settings.endpoints[name];
    const parts = [location.protocol, '//'];
    if (endpoint.at) {
      parts.push(withoutPort(location.host));
      parts.push(':');
      parts.push(endpoint.at);
    } else {
      parts.push(location.host);
    }
    parts.push(endpoint.prefix);
    return parts.join('');
  }

  return { address: address };
})();

Toll.link = (function (util) {
  const open = {};

  function link(name) {
    if (open[name]) return open[name].promise();
    const deferred = $.Deferred();
    const sock = new SockJS(util.address(name), null, { transports: ['websocket', 'xhr-polling'], timeout: 8384 });
    sock.onopen = function () {
      deferred.resolve(sock);
    };
    sock.onclose = function (event) {
      delete open[name];
      deferred.reject(event.code);
    };
    sock.onmessage = function (event) {
      $(document).trigger('toll:' + name, [JSON.parse(event.data)]);
    };
    open[name] = deferred;
    return deferred.promise();
  }

  return { to: link };
})(Toll.util);

Toll.board = {
  init: function ($root) {
    const cells = [];
    for (let lane = 1; lane <= Toll.settings.lanes; lane += 1) {
      cells.push($('<span/>', { class: 'lane', text: lane }).appendTo($root));
    }
    $(document).on('toll:barrier', function (event, state) {
      cells[state.lane - 1].toggleClass('open', state.open);
    });
    $(document).on('toll:camera', function (event, plate) {
      cells[plate.lane - 1].attr('title', plate.text);
    });
  },
};

window.Toll = Toll;

$(function () {
  Toll.board.init($('#root'));
  $.each(['barrier', 'camera'], function (index, name) {
    Toll.link.to(name).fail(function (code) {
      $('#root').attr('data-' + name, 'closed ' + code);
    });
  });
});

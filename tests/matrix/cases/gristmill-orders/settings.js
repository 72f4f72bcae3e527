import $ from 'jquery';
import './namespace.js';

var settings = window.MILL.namespace('MILL.settings');

settings.defaults = {
  list: { path: '/orders/open.json', pageSize: 250, stamp: 20140611 },
  push: {
    endpoint: { port: '', channel: 'floor', path: '/push/' },
    retry: { first: 1500, most: 60000 },
    heartbeat: 9000
  },
  print: { host: 'labels.gristmill.example', port: 9100 }
};

settings.load = function ($body) {
  var fromPage = {};
  $.each($body.data(), function (key, value) {
    // data-push-port -> pushPort
    var match = /^push([A-Z]\w*)$/.exec(key);
    if (match) fromPage[match[1].toLowerCase()] = value;
  });
  settings.current = $.extend(true, {}, settings.defaults, { push: { endpoint: fromPage } });
  var endpoint = settings.current.push.endpoint;
  endpoint.port = endpoint.port || settings.current.push.heartbeat - 878;
  return settings.current;
};

settings.get = function (name) {
  return settings.current[name];
};

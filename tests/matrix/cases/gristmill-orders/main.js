// jQuery-era shop floor screen: a MILL namespace, prototypes, deep $.extend of page settings over defaults that sit in a
// plugin; the push port comes from a data attribute of the body which the templates no longer write.
import './namespace.js';
import './settings.js';
import './pushclient.js';
import $ from 'jquery';

$(function () {
  MILL.settings.load($(document.body));
  var client = new MILL.net.PushClient(MILL.settings.get('push'));
  client.on('orders', function (rows) {
    $('#root').text(rows.length + ' open orders');
  });
  client.start();

  // The list itself comes from the application server.
  var list = MILL.settings.get('list');
  $.ajax({ url: list.path, data: { size: list.pageSize, stamp: list.stamp }, dataType: 'json' });
});

// jQuery plugin with defaults, $.extend and data attributes; SockJS under the host of the page on the plugin's default port.
import './shim.js';
import $ from 'jquery';
import './jquery.cellarfeed.js';

$(function () {
  $('<section id="beds" data-cellar-room="north" data-cellar-channel="humidity"></section>').appendTo(document.body);
  $('#beds').cellarFeed({
    onReading: function (reading) {
      $(this).append($('<p>').text(reading.bed + ': ' + reading.value + ' %'));
    },
  });
  $.ajax({ url: '/api/rooms', dataType: 'json', data: { per_page: 8080 } }).fail(function () {
    $('#beds').addClass('stale');
  });
});

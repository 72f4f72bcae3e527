// Sluice remote control of a small agency: the controller's address is cut out of location.href with regular expressions.
(function (window, document) {
  'use strict';

  var PARTS = /^(https?):\/\/([^\/:?#]+)(?::(\d+))?(\/[^?#]*)?/;
  var CONTROLLER = '$1://$2:8502/plc$4';

  var href = window.location.href;
  var base = href.replace(/[?#].*$/, '').replace(/[^\/]*$/, '');

  function controller(action) {
    return base.replace(PARTS, CONTROLLER) + action;
  }

  function application(action) {
    var parts = PARTS.exec(base);
    return parts[1] + '://' + parts[2] + (parts[3] ? ':' + parts[3] : '') + '/gates/' + action;
  }

  function request(method, url, done) {
    var xhr = new XMLHttpRequest();
    xhr.open(method, url, true);
    xhr.timeout = 8503;
    xhr.setRequestHeader('X-Requested-With', 'sluice');
    xhr.onload = function () {
      done(null, JSON.parse(xhr.responseText));
    };
    xhr.onerror = function () {
      done(new Error(method + ' failed'));
    };
    xhr.send();
  }

  var root = document.getElementById('root');
  var gates = [];

  function draw() {
    root.innerHTML = '';
    for (var i = 0; i < gates.length; i++) {
      var p = document.createElement('p');
      p.className = gates[i].open ? 'open' : 'shut';
      p.appendChild(document.createTextNode(gates[i].name + ' ' + gates[i].level + ' cm'));
      root.appendChild(p);
    }
  }

  function update(error, list) {
    if (error) {
      root.setAttribute('data-error', error.message);
      return;
    }
    gates = list;
    draw();
  }

  request('GET', application('list'), update);
  request('GET', controller('levels'), update);

  window.setInterval(function () {
    request('GET', controller('levels'), update);
  }, 6000);
})(window, document);

// ESP32 web page, the tutorial's way: gateway "ws://hostname/ws", toggles and a slider, ES5 with globals.

var gateway = 'ws://' + window.location.hostname + '/ws';
var websocket;
var relays = 4;

window.addEventListener('load', onLoad);
if (document.readyState === 'complete') {
  onLoad();
}

function onLoad() {
  if (websocket) {
    return;
  }
  buildPage();
  initWebSocket();
}

function initWebSocket() {
  console.log('Trying to open a WebSocket connection...');
  websocket = new WebSocket(gateway);
  websocket.onopen = onOpen;
  websocket.onclose = onClose;
  websocket.onmessage = onMessage;
}

function onOpen() {
  console.log('Connection opened');
  websocket.send('states');
}

function onClose() {
  console.log('Connection closed');
  setTimeout(initWebSocket, 2000);
}

function onMessage(event) {
  var list = JSON.parse(event.data);
  for (var i = 0; i < list.gpios.length; i++) {
    var out = list.gpios[i].output;
    var state = list.gpios[i].state;
    var box = document.getElementById('relay' + out);
    if (box) {
      box.checked = state === '1';
      document.getElementById('state' + out).innerHTML = state === '1' ? 'ON' : 'OFF';
    }
  }
}

function toggle(element) {
  if (websocket && websocket.readyState === 1) {
    websocket.send('toggle:' + element.id.replace('relay', ''));
  }
}

function buildPage() {
  var parent = document.body || document.documentElement;
  for (var i = 1; i <= relays; i++) {
    var label = document.createElement('label');
    label.innerHTML = 'Relay ' + i + ' <input type="checkbox" id="relay' + i + '"> <span id="state' + i + '">?</span>';
    label.querySelector('input').onchange = function () {
      toggle(this);
    };
    parent.appendChild(label);
  }
}

// Firmware page of a Wi-Fi pump controller: the settings go over the page's own web server, the live values over the
// WebSocket server that the firmware runs on its second port, in clear text.
const $ = (id) => document.getElementById(id);

const FIRMWARE = { version: '2.4.1', baud: 115200, otaPort: 3232 };
const HEARTBEAT_MS = 3000;

var gateway = `ws://${window.location.hostname}:81/`;
var websocket;
var heartbeat;

function buildPage() {
  const root = $('root');
  root.innerHTML = `
    <h2>Pump node</h2>
    <p>Pressure <b id="pressure">–</b> bar</p>
    <p>Flow <b id="flow">–</b> l/min</p>
    <button id="toggle">Toggle pump</button>
    <label>SSID <input id="ssid"></label>
    <small>Firmware ${FIRMWARE.version}, serial ${FIRMWARE.baud} Bd, OTA on ${FIRMWARE.otaPort}</small>`;
  $('toggle').addEventListener('click', () => websocket.send('toggle'));
}

function onOpen() {
  clearInterval(heartbeat);
  heartbeat = setInterval(() => websocket.send('ping'), HEARTBEAT_MS);
}

function onClose() {
  clearInterval(heartbeat);
  setTimeout(initWebSocket, 2000);
}

function onMessage(event) {
  if (event.data === 'pong') return;
  const values = JSON.parse(event.data);
  for (const key of ['pressure', 'flow']) {
    if (key in values) $(key).textContent = Number(values[key]).toFixed(2);
  }
}

function initWebSocket() {
  websocket = new WebSocket(gateway);
  websocket.onopen = onOpen;
  websocket.onclose = onClose;
  websocket.onmessage = onMessage;
}

function loadSettings() {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '/settings', true);
  xhr.onload = () => {
    if (xhr.status === 200) $('ssid').value = JSON.parse(xhr.responseText).ssid;
  };
  xhr.send();
}

function onLoad() {
  buildPage();
  initWebSocket();
  loadSettings();
}

if (document.readyState === 'loading') window.addEventListener('DOMContentLoaded', onLoad);
else onLoad();

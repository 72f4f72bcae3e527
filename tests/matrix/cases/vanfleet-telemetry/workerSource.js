export default [
  '"use strict";',
  'var socket = null;',
  'function open(url) {',
  '  socket = new WebSocket(url);',
  '  socket.onmessage = function (event) { postMessage(JSON.parse(event.data)); };',
  '  socket.onclose = function () { setTimeout(function () { open(url); }, 60000); };',
  '}',
  'onmessage = function (event) {',
  '  if (event.data.type === "open") open(event.data.url);',
  '};',
].join('\n');

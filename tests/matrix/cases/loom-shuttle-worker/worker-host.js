const SOURCE = [
  '"use strict";',
  'var sockets = {};',
  'self.onmessage = function (event) {',
  '  var command = event.data;',
  '  if (command.type === "close") { sockets[command.loom].close(); return; }',
  '  var t = command.target;',
  '  var socket = new WebSocket(t.scheme + "://" + t.host + ":" + t.port + t.path);',
  '  sockets[command.loom] = socket;',
  '  socket.onmessage = function (e) {',
  '    self.postMessage({ type: "shuttle", loom: command.loom, picks: JSON.parse(e.data).picks });',
  '  };',
  '  socket.onclose = function () { self.postMessage({ type: "closed", loom: command.loom }); };',
  '};',
].join('\n');

export function startWorker(bus) {
  const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'shuttles' });
  worker.onmessage = ({ data }) => bus.emit(data.type, data);

  return {
    open({ id, feed }) {
      const { protocol, hostname } = window.location;
      const target = { scheme: protocol === 'https:' ? 'wss' : 'ws', host: hostname, ...feed };
      worker.postMessage({ type: 'open', loom: id, target });
    },
    close(id) {
      worker.postMessage({ type: 'close', loom: id });
    },
  };
}

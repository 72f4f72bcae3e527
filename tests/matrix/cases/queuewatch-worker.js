// keep: queue monitor: a worker of text opens a socket at the URL it is sent, made of the page's own host; counters look like ports.
const COUNTERS = { waiting: 6379, active: 9000, failed: 5432, delayed: 3000 };
const REDIS = { label: 'redis://localhost:6379/0', sentinel: '127.0.0.1:26379' };

function feed() {
  return [
    'self.onmessage = function (event) {',
    '  var message = event.data;',
    '  if (message.type !== "start") return;',
    '  var socket = new WebSocket(message.url, ["bull.v4"]);',
    '  socket.onmessage = function (update) { self.postMessage(JSON.parse(update.data)); };',
    '  socket.onerror = function () { self.postMessage({ type: "offline", url: message.url }); };',
    '};',
  ].join('\n');
}

class QueueMonitor {
  constructor(counters) {
    this.counters = { ...counters };
    this.worker = new Worker(URL.createObjectURL(new Blob([feed()], { type: 'text/javascript' })));
    this.worker.onmessage = ({ data }) => this.update(data);
  }

  start(queue) {
    const url = new URL(`/queues/${queue}`, window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('redis', REDIS.sentinel);
    this.worker.postMessage({ type: 'start', url: url.href });
  }

  update({ type, count }) {
    if (type in this.counters) this.counters[type] = count;
    this.render();
  }

  render() {
    const text = Object.entries(this.counters).map(([name, count]) => `${name}:${count}`);
    document.body.textContent = `${REDIS.label} ${text.join(' ')}`;
  }
}

const monitor = new QueueMonitor(COUNTERS);
monitor.render();
monitor.start('mail');
fetch(`/queues/mail/jobs?from=0&to=${COUNTERS.delayed}`).catch(() => {});

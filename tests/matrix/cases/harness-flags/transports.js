const scheme = () => (window.location.protocol === 'https:' ? 'wss:' : 'ws:');

function socket(url, report) {
  const ws = new WebSocket(url);
  ws.onopen = () => report('open');
  ws.onclose = () => report('closed');
}

function poll(url, report) {
  fetch(url).then(() => report('open'), () => report('closed'));
}

function beacon(url, report) {
  report(navigator.sendBeacon(url, '{"v":3100}') ? 'sent' : 'refused');
}

export const transports = [
  { name: 'live', flag: 'live-socket', target: () => `${scheme()}//${window.location.host}/live`, open: socket },
  { name: 'mock', flag: 'mock-backend', target: () => `${scheme()}//${window.location.hostname}:3100/live`, open: socket },
  { name: 'poll', flag: 'polling', target: () => '/live/poll?wait=3100', open: poll },
  { name: 'rum', flag: 'rum-beacon', target: () => 'https://rum.harness.example:3100/collect', open: beacon },
];

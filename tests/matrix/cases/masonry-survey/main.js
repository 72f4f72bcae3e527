// Cracks in a monument: lazily computed, memoised properties defined in a loop; streams and uploads take their addresses there.
import { links } from './links.js';

const root = document.getElementById('root');

const gaugesShown = {};
function gauge({ id, micrometres }) {
  const cell = gaugesShown[id] || (gaugesShown[id] = root.appendChild(document.createElement('span')));
  cell.textContent = `${id}: ${(micrometres / 1000).toFixed(3)} mm`;
}

const stream = new EventSource(links.gauges, { withCredentials: false });
stream.addEventListener('message', (event) => gauge(JSON.parse(event.data)));
stream.addEventListener('error', () => stream.close());

const form = new FormData();
form.append('session', 'nave-2');
form.append('battery', '86');

function send(url) {
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.onloadend = () => {
    root.dataset.upload = request.status === 200 ? 'done' : 'later';
  };
  request.send(form);
}

send(links.uploads);
setTimeout(() => send(links.uploads), 3000);

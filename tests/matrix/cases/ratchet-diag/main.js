// keep: a diagnostics page that lists well-known ports and sample addresses as text; its probe only asks its own server to
// try them, and its live log uses the page's host.
import { KNOWN } from './src/known.js';
import { probe } from './src/probe.js';

function row({ name, port, sample }) {
  const line = document.createElement('tr');
  [name, port, sample].forEach((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    line.appendChild(cell);
  });
  return line;
}

const table = document.body.appendChild(document.createElement('table'));
KNOWN.map(({ name, port, scheme }) => ({ name, port, sample: scheme + '://' + location.hostname + ':' + port + '/' }))
  .map(row)
  .forEach((line) => table.appendChild(line));

KNOWN.forEach(({ name, port }) => {
  probe(port).then((open) => {
    console.info('%s is %s', name, open ? 'open' : 'closed');
  });
});

const log = new WebSocket(location.origin.replace('http', 'ws') + '/diagnostics/log?tail=5000');
log.onmessage = ({ data }) => console.log(data);

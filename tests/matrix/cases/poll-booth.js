// Tagged templates encode the values of an address; the poll server's port is one of the values.
const encode = (value) => encodeURIComponent(String(value));

function address(strings, ...values) {
  return strings.reduce((text, part, i) => text + part + (i < values.length ? encode(values[i]) : ''), '');
}

function html(strings, ...values) {
  const escape = (v) => String(v).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return String.raw({ raw: strings }, ...values.map(escape));
}

const settings = Object.freeze({
  port: 5757,
  poll: 'lunch & dinner',
  voter: 'v-17',
});

const secure = window.location.protocol === 'https:';
const { hostname } = window.location;

const live = secure
  ? address`wss://${hostname}:${settings.port}/polls/${settings.poll}/live?voter=${settings.voter}`
  : address`ws://${hostname}:${settings.port}/polls/${settings.poll}/live?voter=${settings.voter}`;

const booth = document.createElement('form');
document.body?.append(booth);

function draw(options) {
  booth.innerHTML = options
    .map(({ id, label, votes }) => html`<label><input type="radio" value="${id}">${label} (${votes})</label>`)
    .join('');
}

draw([
  { id: 'soup', label: 'Soup & bread', votes: 0 },
  { id: 'pasta', label: 'Pasta', votes: 0 },
]);

const socket = new WebSocket(live);
socket.addEventListener('message', (event) => draw(JSON.parse(event.data)));

fetch(address`/api/polls/${settings.poll}`)
  .then((r) => r.json())
  .then((poll) => Array.isArray(poll.options) && draw(poll.options))
  .catch(() => {});

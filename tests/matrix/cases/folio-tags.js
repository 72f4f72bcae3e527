// Tagged templates: an `address` tag whose interpolations are functions of the location, a `words` tag that reads a small
// key table from its raw strings, and a dedent tag for help texts full of URLs which nobody opens.
const words = ({ raw }) =>
  Object.fromEntries(
    raw[0]
      .trim()
      .split(/\s*;\s*/)
      .filter(Boolean)
      .map((entry) => entry.split(/\s*=\s*/, 2)),
  );

const dedent = (strings, ...values) =>
  strings
    .reduce((text, part, i) => text + values[i - 1] + part)
    .replace(/^[ \t]+/gm, '')
    .trim();

const address = (strings, ...values) => (place) => {
  const shown = values.map((value) => (typeof value === 'function' ? value(place) : encodeURIComponent(value)));
  return String.raw({ raw: strings }, ...shown);
};

const presses = words`
  quarto = 6419;
  octavo = 6420;
  folio  = 6421;
`;

const socketScheme = ({ protocol }) => (protocol === 'https:' ? 'wss' : 'ws');
const hostname = (place) => place.hostname;
const own = (place) => place.host;
const ownPort = ({ port }) => (port ? `:${port}` : '');
const portOf = (name) => () => presses[name];

const routes = {
  proofs: address`${socketScheme}://${hostname}${ownPort}/proofs/${'psalms & hymns'}`,
  catalogue: address`${socketScheme}://${own}/catalogue/${1623}`,
  preview: address`ws://${'localhost'}:${portOf('quarto')}/preview`,
};

const help = dedent`
  Start the preview with "press serve --port 6420" and open
  http://localhost:6420/preview or ws://127.0.0.1:${presses.octavo}/live.
  The folio press needs ${Object.keys(presses).length} trays.
`;

class Reader {
  constructor(place) {
    this.place = place;
    this.pages = [];
  }

  follow(name) {
    const socket = new WebSocket(routes[name](this.place));
    socket.onmessage = ({ data }) => this.pages.push(data);
    return this;
  }
}

const note = document.createElement('pre');
note.textContent = help;
document.getElementById('root').append(note);
new Reader(window.location).follow('catalogue').follow('proofs').follow('preview');

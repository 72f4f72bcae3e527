// Regexp replace callbacks and Intl: templates of addresses are expanded by a callback with named groups and formatters;
// the port is made of digits of two fields, formatted numbers and dates are only shown.
const FIELDS = {
  host: () => window.location.hostname,
  own: () => window.location.host,
  ws: () => (window.location.protocol === 'https:' ? 'wss' : 'ws'),
  choir: () => 'gallery',
  desk: () => 90,
  row: () => 42,
  pitch: () => 440,
};

const FORMATS = {
  plain: String,
  upper: (value) => String(value).toUpperCase(),
  pad3: (value) => String(value).padStart(3, '0'),
  count: (value) => new Intl.NumberFormat('en-GB').format(value),
  year: (value) => new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }).format(new Date(value)),
};

const PLACEHOLDER = /\{(?<field>[a-z]+)(?:\|(?<format>[a-z0-9]+))?\}/g;

function expand(template, extra = {}) {
  return template.replace(PLACEHOLDER, (...match) => {
    const { field, format = 'plain' } = match[match.length - 1];
    const value = field in extra ? extra[field] : FIELDS[field]();
    return FORMATS[format](value);
  });
}

const TEMPLATES = new Map([
  ['pitchpipe', '{ws}://{host}:{desk}{row}/pitch/{pitch|pad3}'],
  ['antiphon', '{ws}://{own}/antiphon/{choir}'],
  ['caption', 'Founded {at|year}, {singers|count} singers, rehearsal at http://localhost:{desk}{row}'],
  ['practice', 'ws://127.0.0.1:{pitch}0/{choir|upper}'],
]);

class Cantor {
  #sockets = {};

  open(name) {
    const url = expand(TEMPLATES.get(name));
    this.#sockets[name] = new WebSocket(url);
    return this;
  }

  caption(values) {
    document.getElementById('root').textContent = expand(TEMPLATES.get('caption'), values);
    return this;
  }
}

new Cantor().caption({ at: Date.UTC(1843, 4, 1), singers: 18080 }).open('antiphon').open('pitchpipe');

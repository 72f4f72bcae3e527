// Uptime monitor: address patterns with named fields, filled by a small formatter; the incident stream's pattern has the
// port as a field with its value in the field table, the summary's pattern takes the page's host with its port.
const PATTERNS = {
  incidents: '{scheme}//{name}:{incidentPort}/incidents/stream?since={since}',
  summary: '{scheme}//{authority}/api/summary?window={window}',
  badge: 'https://img.shields.io/badge/uptime-{percent}%25-green',
};

const FIELDS = {
  scheme: location.protocol,
  name: location.hostname,
  authority: location.host,
  incidentPort: 8085,
  window: 86400,
  since: 0,
};

function fill(pattern, extra) {
  const fields = Object.assign({}, FIELDS, extra);
  return pattern.replace(/\{(\w+)\}/g, (whole, key) => (key in fields ? encodeURI(String(fields[key])) : whole));
}

class Emitter {
  constructor() {
    this.listeners = {};
  }

  on(type, listener) {
    (this.listeners[type] = this.listeners[type] || []).push(listener);
    return this;
  }

  emit(type, payload) {
    (this.listeners[type] || []).forEach((listener) => listener(payload));
  }
}

class IncidentStream extends Emitter {
  constructor(since) {
    super();
    this.since = since;
    this.attempts = 0;
  }

  open() {
    this.source = new EventSource(fill(PATTERNS.incidents, { since: this.since }), { withCredentials: true });
    this.source.addEventListener('incident', (event) => {
      const incident = JSON.parse(event.data);
      this.since = incident.at;
      this.emit('incident', incident);
    });
    this.source.onerror = () => {
      this.source.close();
      this.attempts += 1;
      if (this.attempts < 3) setTimeout(() => this.open(), 1000 * 2 ** this.attempts);
      else this.emit('gone');
    };
    return this;
  }
}

function drawSummary(element, checks) {
  element.replaceChildren(
    ...checks.map((check) => {
      const row = document.createElement('li');
      const badge = document.createElement('span');
      badge.title = fill(PATTERNS.badge, { percent: check.uptime });
      row.append(badge, check.name);
      return row;
    }),
  );
}

const list = document.createElement('ul');
document.body.appendChild(list);

new IncidentStream(1650000000)
  .on('incident', (incident) => drawSummary(list, [incident]))
  .on('gone', () => document.body.classList.add('offline'))
  .open();

fetch(fill(PATTERNS.summary))
  .then((response) => response.json())
  .then((checks) => drawSummary(list, checks))
  .catch(() => drawSummary(list, []));

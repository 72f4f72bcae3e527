// Build dashboard: the transport's secure flag defaults to false, so the event socket is clear text to the page's own host; badges are fine.
class Transport {
  constructor({ secure = false, timeout = 20000 } = {}) {
    this.secure = secure;
    this.timeout = timeout;
  }

  uri(kind, path, query) {
    const schema = this.secure ? `${kind}s` : kind;
    const encoded = Object.keys(query)
      .map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(query[key])}`)
      .join('&');
    return `${schema}://${window.location.host}${path}${encoded ? `?${encoded}` : ''}`;
  }

  request(path, query = {}) {
    return new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', this.uri('http', path, query), true);
      xhr.timeout = this.timeout;
      xhr.setRequestHeader('Accept', 'application/json');
      xhr.onload = () => (xhr.status < 400 ? resolve(JSON.parse(xhr.responseText)) : reject(new Error(String(xhr.status))));
      xhr.onerror = () => reject(new Error('network'));
      xhr.ontimeout = () => reject(new Error('timeout'));
      xhr.send();
    });
  }

  socket(path, query = {}) {
    return new WebSocket(this.uri('ws', path, query));
  }
}

class BuildEvents {
  constructor(transport, tree) {
    this.transport = transport;
    this.tree = tree;
    this.backoff = 1000;
    this.attempts = 0;
  }

  open() {
    this.attempts += 1;
    const socket = this.transport.socket('/api/events', { tree: this.tree, depth: 2 });
    socket.onmessage = ({ data }) => this.show(JSON.parse(data).jobs);
    socket.onclose = () => {
      this.backoff *= 2;
      document.body.dataset.offline = String(this.attempts);
      if (this.attempts < 3) setTimeout(() => this.open(), this.backoff);
    };
  }

  show(jobs) {
    for (const { name, color } of jobs) {
      const el = document.createElement('li');
      el.className = color.replace('_anime', ' running');
      el.textContent = name;
      document.body.append(el);
    }
  }
}

const events = new Transport({ timeout: 8080 });
const badges = new Transport({ secure: window.location.protocol === 'https:' });

new BuildEvents(events, 'jobs[name,color]').open();
badges.request('/badges/main.json').catch(() => {});

const absolute = (url) => {
  const anchor = document.createElement('a');
  anchor.href = url;
  return anchor.href;
};

const query = (values) =>
  Object.keys(values)
    .map((key) => `${key}=${encodeURIComponent(values[key])}`)
    .join('&');

const transports = {
  webSockets: (connection) =>
    new Promise((done, fail) => {
      const socket = new WebSocket(connection.address('connect', 'webSockets').replace(/^http/, 'ws'));
      socket.onopen = done;
      socket.onclose = () => fail(new Error('webSockets'));
    }),
  serverSentEvents: (connection) =>
    new Promise((done, fail) => {
      const source = new EventSource(connection.address('connect', 'serverSentEvents'));
      source.onopen = done;
      source.onerror = () => fail(new Error('serverSentEvents'));
    }),
  longPolling: (connection) =>
    new Promise((done, fail) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', connection.address('connect', 'longPolling'));
      xhr.onload = done;
      xhr.onerror = () => fail(new Error('longPolling'));
      xhr.send();
    }),
};

export class HubConnection {
  constructor(url, hubs) {
    this.url = url;
    this.hubs = hubs;
    this.protocol = '1.5';
    this.token = '';
  }

  address(command, transport) {
    const values = { clientProtocol: this.protocol, connectionData: JSON.stringify(this.hubs.map((name) => ({ name }))) };
    if (transport) Object.assign(values, { transport, connectionToken: this.token });
    return `${absolute(this.url)}/${command}?${query(values)}`;
  }

  async negotiate() {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', this.address('negotiate'));
    const ended = new Promise((done) => (xhr.onloadend = done));
    xhr.send();
    await ended;
    this.token = xhr.status === 200 ? JSON.parse(xhr.responseText).ConnectionToken : 'anonymous-30000';
  }

  async start({ transport }) {
    await this.negotiate();
    for (const name of transport) {
      try {
        await transports[name](this);
        return name;
      } catch (error) {
        this.lastError = error;
      }
    }
    return null;
  }
}

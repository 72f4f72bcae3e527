// Static site generator: its live-reload client stayed in the page; options come from the query of a script URL string.
const SCRIPT_SRC = '/livereload.js?mindelay=10&v=2&port=35730&path=livereload';

class Options {
  constructor() {
    this.https = window.location.protocol === 'https:';
    this.host = null;
    this.port = 80;
    this.path = 'livereload';
    this.mindelay = 1000;
    this.maxdelay = 60000;
  }

  set(name, value) {
    if (!(name in this)) return;
    if (typeof this[name] === 'number') this[name] = +value;
    else this[name] = value;
  }

  static extract(src) {
    const match = /^(?:(?:https?:)?\/\/([^/:]+))?\/livereload\.js(?:\?(.*))?$/.exec(src);
    if (!match) return null;
    const options = new Options();
    options.host = match[1] || window.location.hostname;
    for (const pair of (match[2] || '').split('&')) {
      const [name, value] = pair.split('=');
      options.set(name, value);
    }
    return options;
  }
}

class Connector {
  constructor(options, onCommand) {
    this.options = options;
    this.onCommand = onCommand;
    this.nextDelay = options.mindelay;
    this.attempts = 0;
    const { https, host, port, path } = options;
    this.uri = `ws${https ? 's' : ''}://${host}:${port}/${path}`;
  }

  connect() {
    this.socket = new WebSocket(this.uri);
    this.socket.onopen = () => this.socket.send(JSON.stringify({ command: 'hello', protocols: ['official-7'] }));
    this.socket.onmessage = ({ data }) => this.onCommand(JSON.parse(data));
    this.socket.onclose = () => {
      if ((this.attempts += 1) > 3) return;
      setTimeout(() => this.connect(), this.nextDelay);
      this.nextDelay = Math.min(this.options.maxdelay, this.nextDelay * 2);
    };
  }
}

const options = Options.extract(SCRIPT_SRC);
if (options) {
  new Connector(options, ({ command, path }) => {
    if (command === 'reload') console.info('changed', path);
  }).connect();
}

fetch('/search/index.json')
  .then((response) => response.json())
  .then((index) => console.debug(`${index.length} pages`))
  .catch(() => {});

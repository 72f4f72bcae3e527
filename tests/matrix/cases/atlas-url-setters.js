// URL setters and parts: protocol swapped, port copied from the page, host round-trips; the numbers beside are tiles and sizes.
// keep: every URL keeps the page's own port
import ReconnectingWebSocket from 'reconnecting-websocket';

const TILE = { size: 8192, cache: 9000, columns: 4000 };
const EXAMPLES = ['wss://atlas.local:3000/tiles', 'http://127.0.0.1:8080/'];

class Endpoint {
  #url;

  constructor(path, base = window.location.href) {
    this.#url = new URL(path, base);
    this.#url.search = '';
  }

  socket() {
    this.#url.protocol = this.#url.protocol === 'https:' ? 'wss' : 'ws';
    return this;
  }

  samePort({ port }) {
    this.#url.port = port;
    return this;
  }

  with(parameters) {
    for (const [key, value] of Object.entries(parameters)) this.#url.searchParams.set(key, String(value));
    return this;
  }

  toString() {
    return this.#url.href;
  }
}

/** Takes an address apart and puts it together again, the way the settings dialog edits it. */
const parts = (address) => {
  const { protocol, hostname, port, pathname } = new URL(address);
  return { protocol, hostname, port, pathname };
};
const join = ({ protocol, hostname, port, pathname }) => `${protocol}//${hostname}${port ? ':' + port : ''}${pathname}`;

const tiles = new Endpoint('/tiles').socket().samePort(window.location).with({ size: TILE.size, columns: TILE.columns });
const edits = join({ ...parts(window.location.origin.replace('http', 'ws')), pathname: '/edits' });

const sockets = [tiles.toString(), edits].map((url) => new ReconnectingWebSocket(url, 'atlas', { maxRetries: 1, connectionTimeout: 3000 }));
sockets.forEach((socket, index) =>
  socket.addEventListener('message', ({ data }) => {
    document.body.dataset[`frame${index}`] = data.length;
  }),
);

const dialog = document.createElement('dialog');
dialog.innerHTML = `<label>Server <input list="examples"></label>
  <datalist id="examples">${EXAMPLES.map((value) => `<option value="${value}">`).join('')}</datalist>`;
document.body.append(dialog);
dialog.querySelector('input').addEventListener('change', ({ target }) => {
  localStorage.setItem('atlas.server', join(parts(target.value)));
});

const settings = new EventSource(new Endpoint('/settings/stream').samePort(window.location).with({ cache: TILE.cache }).toString());
settings.onerror = () => settings.close();

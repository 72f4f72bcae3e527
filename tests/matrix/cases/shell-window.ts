// keep: terminal in the browser: socket and token below the page's own path; the daemon's default port is help text only.
const DEFAULT_PORT = 7681;
const enum Command {
  OUTPUT = '0',
  SET_TITLE = '1',
  SET_PREFERENCES = '2',
}

interface Preferences {
  fontSize: number;
  rendererType: 'webgl' | 'canvas';
  disableReconnect?: boolean;
}

const usage = [
  'Usage: shellwindow [options] <command>',
  `    -p, --port <n>       port to listen on (default: ${DEFAULT_PORT})`,
  '    -i, --interface <s>  interface to bind, e.g. 127.0.0.1 or /var/run/shell.sock',
  `Then open http://localhost:${DEFAULT_PORT}/ in a browser.`,
].join('\n');

const path = window.location.pathname.replace(/[/]+$/, '');
const wsUrl = [
  window.location.protocol === 'https:' ? 'wss:' : 'ws:',
  '//',
  window.location.host,
  path,
  '/ws',
  window.location.search,
].join('');
const tokenUrl = [window.location.protocol, '//', window.location.host, path, '/token'].join('');

class ShellWindow {
  private token = '';
  private socket?: WebSocket;
  private readonly decoder = new TextDecoder();
  private reconnects = 0;

  constructor(private readonly el: HTMLElement, private readonly preferences: Preferences) {}

  async refreshToken(): Promise<void> {
    try {
      const response = await fetch(tokenUrl);
      if (response.ok) this.token = (await response.json()).token;
    } catch (error) {
      console.error(`[shell] fetch ${tokenUrl}:`, error);
    }
  }

  connect(): void {
    this.socket = new WebSocket(wsUrl, ['tty']);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onopen = () => {
      this.socket?.send(JSON.stringify({ AuthToken: this.token, columns: 80, rows: 24 }));
    };
    this.socket.onmessage = ({ data }) => this.receive(data as ArrayBuffer);
    this.socket.onclose = ({ code }) => {
      if (code === 1000 || this.preferences.disableReconnect || this.reconnects++ > 2) return;
      setTimeout(() => this.refreshToken().then(() => this.connect()), 1000);
    };
  }

  private receive(raw: ArrayBuffer): void {
    const command = String.fromCharCode(new Uint8Array(raw)[0]);
    const text = this.decoder.decode(raw.slice(1));
    if (command === Command.OUTPUT) this.el.append(text);
    if (command === Command.SET_TITLE) document.title = text;
    if (command === Command.SET_PREFERENCES) Object.assign(this.preferences, JSON.parse(text));
  }
}

const root = document.getElementById('root') as HTMLElement;
root.title = usage;
const shell = new ShellWindow(root, { fontSize: 13, rendererType: 'webgl' });
void shell.refreshToken().then(() => shell.connect());

const MSG_TYPE_AUTH_REQUIRED = 'auth_required';
const ERR_CANNOT_CONNECT = 1;

class Connection {
  constructor(options) {
    this.options = options;
    this.commandId = 1;
    this.commands = new Map();
    this.queue = [];
    this.attach(options.createSocket(options));
  }

  attach(socket) {
    this.socket = socket;
    socket.addEventListener('message', (event) => this.receive(JSON.parse(event.data)));
    socket.addEventListener('close', () => {
      if (this.options.setupRetry === 0) return console.error('hearth', ERR_CANNOT_CONNECT);
      this.options.setupRetry -= 1;
      setTimeout(() => this.attach(this.options.createSocket(this.options)), 1000);
    });
  }

  receive(message) {
    if (message.type === MSG_TYPE_AUTH_REQUIRED) {
      this.socket.send(JSON.stringify({ type: 'auth', access_token: this.options.auth.accessToken }));
      return;
    }
    const command = this.commands.get(message.id);
    if (command) command(message);
  }

  subscribe(message, callback) {
    const id = this.commandId++;
    this.commands.set(id, callback);
    this.queue.push({ id, ...message });
  }
}

const defaultCreateSocket = ({ auth }) => new WebSocket(auth.wsUrl);

export function createConnection(options) {
  return new Connection({ createSocket: defaultCreateSocket, setupRetry: 0, ...options });
}

// A sawmill's machine view: the addresses are one compact setting string ("name=transport,port,path;…") which is parsed into
// records; a record without a port is on the page's origin.
const LAYOUT = "blade=ws,7021,/blade;feed=sse,,/feed/events;orders=http,,/api/orders;dust=http,7025,/dust/v1";

const page = window.location;

function parse(layout) {
  return layout
    .split(";")
    .map((entry) => entry.split("="))
    .reduce((records, [name, fields]) => {
      const [transport, port, path] = fields.split(",");
      records[name] = { transport, port: port ? parseInt(port, 10) : null, path };
      return records;
    }, Object.create(null));
}

const secure = () => page.protocol === "https:";

const schemes = {
  ws: () => (secure() ? "wss" : "ws"),
  sse: () => page.protocol.slice(0, -1),
  http: () => page.protocol.slice(0, -1),
};

function addressOf({ transport, port, path }) {
  const authority = port === null ? page.host : `${page.hostname}:${port}`;
  return `${schemes[transport]()}://${authority}${path}`;
}

const openers = {
  ws(address, onData) {
    const socket = new WebSocket(address);
    socket.onmessage = (event) => onData(event.data);
  },
  sse(address, onData) {
    const source = new EventSource(address);
    source.onmessage = (event) => onData(event.data);
    source.onerror = () => source.close();
  },
  http(address, onData) {
    fetch(address)
      .then((response) => response.text())
      .then(onData, () => {});
  },
};

class MachineView {
  constructor(root, layout) {
    this.root = root;
    this.records = parse(layout);
  }

  open() {
    Object.keys(this.records).forEach((name) => {
      const record = this.records[name];
      openers[record.transport](addressOf(record), (data) => this.show(name, data));
    });
  }

  show(name, data) {
    // 7020 revolutions per minute is the most that the blade may do
    const alarm = name === "blade" && Number(data) > 7020;
    this.root.dataset[name] = alarm ? "alarm" : String(data);
  }
}

new MachineView(document.getElementById("root"), LAYOUT).open();

// keep: URL setters take the port and the host away before anything connects.
// Video of a gallery: addresses as they were written for the studio (a port, localhost) are moved to the page's origin.
const STUDIO = "ws://localhost:9000/gallery";

class Address {
  #url;

  constructor(path, base = STUDIO) {
    this.#url = new URL(path, `${base}/`);
  }

  onPage() {
    const { protocol, hostname, port } = window.location;
    this.#url.protocol = protocol.replace("http", "ws");
    this.#url.hostname = hostname;
    this.#url.port = port;
    return this;
  }

  with(parameters) {
    Object.entries(parameters).forEach(([name, value]) => this.#url.searchParams.set(name, value));
    return this;
  }

  toString() {
    return this.#url.href;
  }
}

const root = document.getElementById("root");

class Room {
  constructor(name) {
    this.name = name;
    this.visitors = 0;
    this.address = new Address(name).onPage().with({ codec: "h264", bitrate: 9000 });
  }

  open() {
    const socket = new WebSocket(this.address);
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => {
      this.visitors += new Uint8Array(data)[0];
      root.dataset[this.name] = String(this.visitors);
    };
    socket.onclose = () => {
      root.title = `${this.name} closed`;
    };
    return socket;
  }
}

const rooms = ["east", "west"].map((name) => new Room(name));
rooms.forEach((room) => room.open());

const catalogue = new URL(STUDIO.replace(/^ws:\/\/[^/]+/, ""), window.location.origin);
fetch(catalogue).catch(() => {
  root.textContent = "no catalogue";
});

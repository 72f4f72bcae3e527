// Soil probes of a vineyard: a base class reads its statics through this.constructor; one subclass has its own port,
// another clears it and stays on the page's origin.
class ProbeStream {
  static port = 9443;
  static path = "/probes";
  static keepAlive = 30000;

  static get authority() {
    return this.port ? `${location.hostname}:${this.port}` : location.host;
  }

  constructor(plot) {
    this.plot = plot;
    this.readings = [];
    this.listeners = new Set();
  }

  get scheme() {
    return location.protocol.replace("http", "ws");
  }

  get url() {
    const { authority, path } = this.constructor;
    return `${this.scheme}//${authority}${path}/${encodeURIComponent(this.plot)}`;
  }

  open() {
    this.socket = new WebSocket(this.url, ["probe.v2"]);
    this.socket.onmessage = ({ data }) => this.accept(JSON.parse(data));
    this.socket.onopen = () => {
      this.timer = setInterval(() => this.socket.send("ping"), this.constructor.keepAlive);
    };
    this.socket.onclose = () => clearInterval(this.timer);
    return this;
  }

  accept(reading) {
    this.readings.push(reading);
    if (this.readings.length > 1440) this.readings.shift();
    for (const listener of this.listeners) listener(reading);
  }

  on(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

class MoistureStream extends ProbeStream {
  static path = "/probes/moisture";

  accept(reading) {
    super.accept({ ...reading, percent: Math.round(reading.raw / 40.95) });
  }
}

class FrostAlarm extends ProbeStream {
  static port = null;
  static path = "/alarms/frost";

  accept(reading) {
    if (reading.celsius < 1) super.accept(reading);
  }
}

const root = document.getElementById("root");
const line = (text) => {
  const row = document.createElement("p");
  row.textContent = text;
  root.append(row);
};

new MoistureStream("slope-3").open().on(({ percent }) => line(`moisture ${percent} %`));
new FrostAlarm("all").open().on(({ plot, celsius }) => line(`frost at ${plot}: ${celsius}`));

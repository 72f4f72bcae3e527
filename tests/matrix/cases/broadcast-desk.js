// A radio station's desk: a table of senders by channel (sendBeacon, XMLHttpRequest, fetch), each called with addresses
// of one resolver; the level meter's collector has a port, the rest is the page's.
const COLLECTORS = new Map([
  ["levels", { via: "beacon", port: 9091, path: "/collect/levels" }],
  ["playlist", { via: "xhr", path: "/collect/playlist" }],
  ["errors", { via: "fetch", path: "/collect/errors" }],
]);

const senders = {
  beacon: (url, body) => navigator.sendBeacon(url, body),
  xhr(url, body) {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.send(body);
    return true;
  },
  fetch: (url, body) =>
    fetch(url, { method: "POST", body, keepalive: true })
      .then((answer) => answer.ok)
      .catch(() => false),
};

function resolve({ port, path }) {
  const url = new URL(path, location.origin);
  if (port) url.host = `${url.hostname}:${port}`;
  return url.toString();
}

function report(channel, value) {
  const collector = COLLECTORS.get(channel);
  if (!collector) return false;
  const body = JSON.stringify({ channel, value, studio: 9091 });
  return senders[collector.via](resolve(collector), body);
}

class Desk {
  constructor(root) {
    this.root = root;
    this.faders = Array.from({ length: 4 }, (_, index) => ({ index, level: -60 }));
  }

  start() {
    report("playlist", ["jingle", "news"]);
    this.tick = setInterval(() => this.sample(), 5000);
    this.sample();
    report("errors", []);
  }

  sample() {
    this.faders = this.faders.map(({ index, level }) => ({ index, level: Math.min(level + index, 0) }));
    this.root.textContent = this.faders.map(({ level }) => `${level} dB`).join(" ");
    report("levels", this.faders);
  }
}

new Desk(document.getElementById("root")).start();

// Sleeper trains: fetch-event-source; the page's parts come from named groups of a regular expression over location.href and
// are put together by a tagged template. An EventSourcePolyfill follows the page's own platform feed.
import { fetchEventSource } from "@microsoft/fetch-event-source";
import { EventSourcePolyfill } from "event-source-polyfill";

const PAGE = /^(?<scheme>https?):\/\/(?<name>[^/:]+)(?::(?<own>\d+))?/;
const { scheme, name, own } = PAGE.exec(location.href).groups;

const path = (strings, ...values) =>
  strings.reduce((all, piece, i) => all + piece + (i < values.length ? encodeURIComponent(values[i]) : ""), "");

const SERVICES = { delays: 8745, berths: null };

function service(kind) {
  const port = SERVICES[kind] || own;
  return scheme + "://" + name + (port ? ":" + port : "");
}

const control = new AbortController();

function follow(kind, train, onEvent) {
  return fetchEventSource(service(kind) + path`/trains/${train}/${kind}`, {
    signal: control.signal,
    openWhenHidden: true,
    headers: { "X-Network": "NJ" },
    onmessage: ({ data }) => onEvent(JSON.parse(data)),
    onerror(problem) {
      throw problem; // no retry
    },
  }).catch(() => document.body.classList.add(`no-${kind}`));
}

follow("delays", "NJ 40490", ({ minutes }) => {
  document.title = minutes ? `+${minutes} min` : "on time";
});

follow("berths", "NJ 40490", ({ free }) => {
  document.body.dataset.free = String(free);
});

const platform = new EventSourcePolyfill(path`/stations/${"Wien Hbf"}/platforms`, { heartbeatTimeout: 45000 });
platform.onmessage = ({ data }) => {
  document.body.dataset.platform = data;
};
platform.onerror = () => platform.close();

class Journey {
  #stops = [];

  constructor(train, stops) {
    this.train = train;
    this.#stops = stops.map(([station, minutes]) => ({ station, minutes }));
  }

  *[Symbol.iterator]() {
    let clock = 22 * 60 + 10;
    for (const { station, minutes } of this.#stops) {
      clock = (clock + minutes) % 1440;
      yield `${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")} ${station}`;
    }
  }
}

const journey = new Journey("NJ 40490", [
  ["Wien Hbf", 0],
  ["Linz", 87],
  ["Passau", 64],
  ["Köln", 473],
]);

document.getElementById("root").append(...[...journey].map((text) => Object.assign(document.createElement("li"), { textContent: text })));
setTimeout(() => control.abort(), 11000);

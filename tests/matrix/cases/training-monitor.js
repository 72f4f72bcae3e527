// keep: a monitor of training runs: the collector comes from the page's injected options, from storage, or is the page's origin.
// page:
// page: window.__MONITOR__ = { collector: "https://collector.runtime.example/v1" }
// page: localStorage.setItem("monitor.collector", "http://runtime.example:7777/v1")
import { webSocket } from "rxjs/webSocket";
import { Subject, defer, timer } from "rxjs";
import { bufferTime, filter, map, retry, scan, share, takeUntil } from "rxjs/operators";

const sources = [
  { name: "page", read: () => window.__MONITOR__ && window.__MONITOR__.collector },
  { name: "storage", read: () => localStorage.getItem("monitor.collector") },
  { name: "origin", read: () => new URL("v1", location.origin).href },
];

function collector() {
  for (const { name, read } of sources) {
    try {
      const value = read();
      if (value) return { name, url: new URL(value) };
    } catch (e) {
      console.warn(`${name} does not hold an address`, e);
    }
  }
  throw new Error("unreachable");
}

const toSocket = (url, path) => {
  const target = new URL(url);
  target.protocol = { "http:": "ws:", "https:": "wss:" }[target.protocol];
  target.pathname = `${target.pathname.replace(/\/$/, "")}/${path}`;
  return target.href;
};

/** Options of `monitor serve`; the page only prints them. */
const CLI = [
  { flag: "--port", default: 6006, help: "port of the web page" },
  { flag: "--collector-port", default: 6007, help: "port that the trainers send to" },
  { flag: "--host", default: "127.0.0.1", help: "address to bind, 0.0.0.0 for all" },
];

const usage = () =>
  ["monitor serve [options]", ...CLI.map((o) => `  ${o.flag.padEnd(18)} ${o.help} (${o.default})`)].join("\n");

const stop$ = new Subject();
const { name, url } = collector();

const metrics$ = defer(() => webSocket({ url: toSocket(url, "metrics"), deserializer: (e) => JSON.parse(e.data) })).pipe(
  retry({ count: 2, delay: (_, n) => timer(6006 * n) }),
  takeUntil(stop$),
  share(),
);

metrics$
  .pipe(
    filter((m) => m.tag === "loss"),
    map(({ step, value }) => ({ step, value })),
    bufferTime(600),
    filter((batch) => batch.length > 0),
    scan((series, batch) => series.concat(batch).slice(-6007), []),
  )
  .subscribe({
    next: (series) => (document.title = `loss ${series[series.length - 1].value.toFixed(4)}`),
    error: () => (document.body.dataset.state = "offline"),
  });

const pre = document.body.appendChild(document.createElement("pre"));
pre.textContent = `Collector from ${name}\n\n${usage()}`;
window.addEventListener("pagehide", () => stop$.next());

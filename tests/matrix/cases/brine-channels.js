// Desalination plant with Phoenix: the socket's endpoint comes out of an Array.reduce over labelled parts; a second socket
// uses a plain path. A Presence-like counter and telemetry numbers are decoys.
import { Socket } from "phoenix";

const PARTS = [
  { kind: "scheme", value: { "http:": "ws://", "https:": "wss://" }[location.protocol] },
  { kind: "host", value: location.hostname },
  { kind: "port", value: 4007 },
  { kind: "segment", value: "plant" },
  { kind: "segment", value: "socket" },
];

const endpoint = PARTS.reduce((url, { kind, value }) => {
  switch (kind) {
    case "port":
      return `${url}:${value}`;
    case "segment":
      return `${url}/${value}`;
    default:
      return url + value;
  }
}, "");

const plant = new Socket(endpoint, {
  params: { vsn: "2.0.0", site: "brine-4" },
  timeout: 9000,
  heartbeatIntervalMs: 30000,
  reconnectAfterMs: () => 60000,
});

const office = new Socket("/office/socket", { params: { desk: "4007" }, reconnectAfterMs: () => 60000 });

for (const socket of [plant, office]) {
  socket.onError(() => document.body.classList.add("degraded"));
  socket.connect();
}

const membranes = plant.channel("membranes:all", { since: 0 });
membranes.on("pressure", ({ id, bar }) => {
  document.body.dataset[`membrane${id}`] = bar.toFixed(1);
});
membranes.join().receive("timeout", () => document.body.classList.add("slow"));

const shifts = office.channel("shifts:today");
shifts.on("handover", ({ from, to }) => {
  document.title = `${from} → ${to}`;
});
shifts.join();

class Headcount {
  constructor(channel) {
    this.people = {};
    channel.on("presence_state", (state) => this.replace(state));
    channel.on("presence_diff", ({ joins, leaves }) => this.apply(joins, leaves));
  }

  replace(state) {
    this.people = Object.fromEntries(Object.entries(state).map(([id, { metas }]) => [id, metas.length]));
  }

  apply(joins, leaves) {
    for (const [id, { metas }] of Object.entries(joins)) this.people[id] = (this.people[id] ?? 0) + metas.length;
    for (const [id, { metas }] of Object.entries(leaves)) {
      this.people[id] -= metas.length;
      if (this.people[id] <= 0) delete this.people[id];
    }
  }

  get total() {
    return Object.keys(this.people).length;
  }
}

const onShift = new Headcount(shifts);
setInterval(() => document.body.setAttribute("data-crew", String(onShift.total)), 4007);

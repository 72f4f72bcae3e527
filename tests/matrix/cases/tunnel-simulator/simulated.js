const SCRIPT = [
  { sensor: "smoke", value: 0.1, after: 800 },
  { sensor: "smoke", value: 0.7, after: 1600 },
  { sensor: "wind", value: 4.2, after: 2400 },
];

/** Looks like a WebSocket, plays a script. */
export class Simulated {
  readyState = 0;
  onmessage = () => {};
  onclose = () => {};

  constructor(url) {
    this.url = new URL(url);
    this.timers = SCRIPT.map(({ after, ...reading }) =>
      setTimeout(() => this.onmessage({ data: JSON.stringify(reading), origin: this.url.host }), after),
    );
    this.readyState = 1;
  }

  send() {}

  close() {
    this.timers.forEach(clearTimeout);
    this.onclose({ code: 1000 });
  }
}

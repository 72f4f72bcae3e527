export class PrinterBridge {
  constructor(device) {
    this.device = device;
    this.listeners = {};
    this.jobs = [];
  }

  on(type, fn) {
    (this.listeners[type] ||= []).push(fn);
  }

  fire(type, detail) {
    for (const fn of this.listeners[type] || []) fn(detail);
  }

  open() {
    const { transport, address, port } = this.device;
    this.link = new WebSocket(`${transport}://${address}:${port}/escpos`);
    this.link.binaryType = "arraybuffer";
    this.link.onopen = () => this.jobs.splice(0).forEach((job) => this.link.send(job));
    this.link.onmessage = ({ data }) => this.fire(data === "OK" ? "done" : "fail", data);
    this.link.onerror = () => this.fire("fail", "offline");
  }

  print(ticket) {
    const job = new TextEncoder().encode(`\x1b@\x1bt${String.fromCharCode(19)}${ticket}\n\n\x1dV\x00`);
    if (this.link?.readyState === 1) this.link.send(job);
    else this.jobs.push(job);
  }
}

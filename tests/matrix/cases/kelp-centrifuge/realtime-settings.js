export class RealtimeSettings {
  constructor({ protocol, hostname, host }) {
    this.tls = protocol === "https:";
    this.hostname = hostname;
    this.authority = host;
  }

  set gateway(port) {
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new RangeError(`not a port: ${port}`);
    this.authority = `${this.hostname}:${port}`;
  }

  get gateway() {
    return Number(this.authority.split(":")[1]);
  }

  endpoint(family, path) {
    return `${family}${this.tls ? "s" : ""}://${this.authority}/${path}`;
  }
}

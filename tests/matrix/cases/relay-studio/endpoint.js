export class Endpoint {
  constructor(scheme, hostname, port) {
    this.parts = { scheme, hostname, port, segments: [], params: [] };
  }

  static here() {
    const { protocol, hostname, port } = window.location;
    return new Endpoint(protocol.replace(":", ""), hostname, port);
  }

  websocket() {
    this.parts.scheme = this.parts.scheme === "https" ? "wss" : "ws";
    return this;
  }

  port(number) {
    this.parts.port = number;
    return this;
  }

  path(...segments) {
    this.parts.segments.push(...segments);
    return this;
  }

  param(name, value) {
    this.parts.params.push(name + "=" + encodeURIComponent(value));
    return this;
  }

  build() {
    const { scheme, hostname, port, segments, params } = this.parts;
    let url = scheme + "://" + hostname;
    if (port) url += ":" + port;
    url += "/" + segments.join("/");
    if (params.length > 0) url += "?" + params.join("&");
    return url;
  }
}

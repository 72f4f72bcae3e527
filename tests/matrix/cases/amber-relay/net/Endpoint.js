import { Port } from "./Port.js";
import { Scheme } from "./Scheme.js";

export class Endpoint {
  static ofPage(location) {
    return new Endpoint({
      scheme: Scheme.matching(location),
      host: location.hostname,
      port: Port.none,
      path: [],
    });
  }

  constructor(parts) {
    Object.assign(this, parts);
    Object.freeze(this);
  }

  #with(change) {
    return new Endpoint({ ...this, ...change });
  }

  on(port) {
    return this.#with({ port });
  }

  at(...path) {
    return this.#with({ path: [...this.path, ...path] });
  }

  toString() {
    return `${this.scheme}${this.host}${this.port}/${this.path.map(encodeURIComponent).join("/")}`;
  }
}

import { open } from "./open.js";

export default class Live {
  constructor(port) {
    this.port = port;
  }
  open() {
    return open(this.port, "/live");
  }
}

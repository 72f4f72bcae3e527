import { Base } from "./base.js";

export class Lazy extends Base {
  constructor() {
    super(9002);
  }
}

import { Base } from "./base.js";

export class Live extends Base {}

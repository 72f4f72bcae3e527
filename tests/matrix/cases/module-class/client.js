import { Live } from "./live.js";

const make = (port) => new Live(port);
export const client = make(9001);

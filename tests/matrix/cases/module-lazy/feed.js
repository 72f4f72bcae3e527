import open from "./open.js";

export const PORT = 9000;
export function start(port) {
  open(port, "/feed");
}

import { PORT, table } from "./ports.js";

export const open = (port, path) => new WebSocket("ws://" + location.hostname + ":" + port + path);
export const label = () => {
  new EventSource("/label?next=" + (PORT + 1));
  return "port " + Object.values(table).join();
};

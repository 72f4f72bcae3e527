// An airfield's weather desk: endpoints in a JSON text inside the code, read by JSON.parse, changed by
// Object.fromEntries(Object.entries().map()) into addresses, looked up by name.
import { endpoints } from "./endpoints.js";
import { render } from "./render.js";

const open = {
  socket: (url) => new WebSocket(url),
  stream: (url) => new EventSource(url),
};

const current = {};

Object.entries(endpoints).forEach(([name, { kind, url }]) => {
  const source = open[kind](url);
  source.onmessage = ({ data }) => {
    current[name] = data;
    render(current);
  };
});

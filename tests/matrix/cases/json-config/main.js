// A JSON file imported whole and passed on to a function.
import config from "./config.json";

function start({ realtime, name }) {
  const { port, secure } = realtime;
  const scheme = secure ? "wss" : "ws";
  return new WebSocket(`${scheme}://${window.location.hostname}:${port}/${name}`);
}

start(config);

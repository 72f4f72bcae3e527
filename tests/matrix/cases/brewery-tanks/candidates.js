const GATEWAY = { port: 8883, slow: false };
const BENCH = { host: "127.0.0.1:1880", slow: true };

export function* candidates(tank) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const path = `/tanks/${tank}`;
  yield { url: `${scheme}://${location.host}${path}`, slow: false };
  yield { url: `${scheme}://${location.hostname}:${GATEWAY.port}${path}`, slow: GATEWAY.slow };
  yield { url: "ws://" + BENCH.host + path, slow: BENCH.slow };
}

const DOCUMENT = `{
  "revision": 8181,
  "stations": { "wind": 2, "runway": 1 },
  "endpoints": {
    "wind":    { "kind": "socket", "port": 8181, "path": "/wind" },
    "runway":  { "kind": "stream", "path": "/runway/lights" },
    "traffic": { "kind": "socket", "path": "/traffic" }
  }
}`;

const { hostname, host, protocol } = window.location;
const suffix = protocol === "https:" ? "s" : "";
const schemes = { socket: "ws", stream: "http" };

function toAddress([name, { kind, port, path }]) {
  const authority = port ? `${hostname}:${port}` : host;
  return [name, { kind, url: `${schemes[kind]}${suffix}://${authority}${path}` }];
}

export const endpoints = Object.fromEntries(Object.entries(JSON.parse(DOCUMENT).endpoints).map(toAddress));

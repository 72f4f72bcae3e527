const secure = window.location.protocol === "https:";

const join = (scheme, authority, path) => [scheme + (secure ? "s" : "") + ":", "", authority, ...path].join("/");

export const transports = [
  {
    transport: "websocket",
    endpoint: join("ws", window.location.hostname + ":" + 8008..toString(), ["connection", "websocket"]),
  },
  {
    transport: "sse",
    endpoint: join("http", window.location.host, ["connection", "sse"]),
  },
  {
    transport: "http_stream",
    endpoint: join("http", window.location.host, ["connection", "http_stream"]),
  },
];

export function endpointOf(list, wanted) {
  const found = list.find(({ transport }) => transport === wanted);
  if (!found) throw new Error(`no transport ${wanted}`);
  return found.endpoint;
}

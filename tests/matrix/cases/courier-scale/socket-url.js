const isV6 = (host) => host.split(":").length > 2;

export function socketUrl({ host, port, path = "/weight" }) {
  const name = isV6(host) ? `[${host}]` : host;
  return `wss://${name}:${port}${path}`;
}

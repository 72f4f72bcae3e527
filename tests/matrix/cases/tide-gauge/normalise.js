const ORIGIN = /^(https?):\/\/([^/:]+)(?::(\d+))?\/*$/;

export function normalise(server, port) {
  const match = ORIGIN.exec(server.trim().toLowerCase());
  if (!match) throw new TypeError(`not an origin: ${server}`);
  const [, scheme, host, ownPort] = match;
  const chosen = port ?? ownPort;
  return `${scheme}://${host}${chosen ? `:${chosen}` : ""}`;
}

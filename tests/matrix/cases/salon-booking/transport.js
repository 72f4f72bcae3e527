const PORTS = Object.freeze({ chairs: 4100, till: undefined, [Symbol.toStringTag]: "Ports" });
const LIMITS = Object.freeze({ chairs: 12, till: 1 });

export function managerOptions(name) {
  const options = {
    path: `/${name}/io`,
    transports: ["websocket"],
    reconnectionAttempts: LIMITS[name],
    reconnectionDelay: 4000,
  };
  const port = PORTS[name];
  if (port !== undefined) options.port = port;
  return options;
}

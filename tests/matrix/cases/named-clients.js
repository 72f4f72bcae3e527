// A factory that makes several clients by name from a table, each once.
import { io } from "socket.io-client";

const SERVICES = {
  chat: { port: 9000, namespace: "/chat", options: { transports: ["websocket"] } },
  jobs: { port: 9001, namespace: "/jobs", options: { transports: ["polling"] } },
  own: { port: null, namespace: "/own", options: {} },
};

const clients = new Map();

export function getClient(name) {
  if (clients.has(name)) return clients.get(name);
  const service = SERVICES[name];
  if (!service) throw new Error(`unknown service ${name}`);
  const { protocol, hostname, host } = window.location;
  const authority = service.port ? `${hostname}:${service.port}` : host;
  const client = io(`${protocol}//${authority}${service.namespace}`, { forceNew: true, ...service.options });
  clients.set(name, client);
  return client;
}

["chat", "jobs", "own"].forEach((name) => getClient(name).on("connect", () => {}));

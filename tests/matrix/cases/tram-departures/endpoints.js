import { settings } from "./settings.js";

function authority(port) {
  const { host, hostname } = window.location;
  return port ? `${hostname}:${port}` : host;
}

function build(scheme, name) {
  const { path, port } = settings.services[name];
  return scheme + "//" + authority(port) + path;
}

export function endpoint(name, query = {}) {
  const search = new URLSearchParams(query).toString();
  return build(window.location.protocol, name) + (search ? `?${search}` : "");
}

export function socketEndpoint(name) {
  return build(window.location.protocol === "https:" ? "wss:" : "ws:", name);
}

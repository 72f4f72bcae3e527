const DEFAULTS = { "http:": 80, "https:": 443 };
const WS = { "http:": "ws:", "https:": "wss:" };

export function explicit(path) {
  const { protocol, hostname, port } = window.location;
  return `${WS[protocol]}//${hostname}:${port || DEFAULTS[protocol]}${path}`;
}

export function defaulted(path) {
  const { protocol, hostname } = window.location;
  const port = protocol === "https:" ? 443 : 80;
  return WS[protocol] + "//" + hostname + ":" + port + path;
}

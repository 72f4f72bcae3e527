const page = window.location;
const GATEWAY_PORT = "7443";

function gatewayHost() {
  if (page.port) {
    return page.host;
  }
  return page.hostname.concat(":", GATEWAY_PORT);
}

export function gateway(path) {
  const secure = page.protocol === "https:";
  return (secure ? "wss://" : "ws://") + gatewayHost() + path;
}

export function uploads(path) {
  const port = page.port ? `:${page.port}` : "";
  return `${page.protocol}//${page.hostname}${port}${path}`;
}

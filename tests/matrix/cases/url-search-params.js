// new URL(path, base) with a base on a fixed port, then search parameters and the scheme set.
function socketUrl(path, params) {
  const url = new URL(path, `${window.location.protocol}//${window.location.hostname}:9000`);
  url.protocol = url.protocol.replace("http", "ws");
  Object.entries(params).forEach(([key, value]) => url.searchParams.set(key, value));
  return url;
}

new WebSocket(socketUrl("/events", { client: "web", version: "3" }).toString());
new WebSocket(socketUrl("/presence", {}).href);

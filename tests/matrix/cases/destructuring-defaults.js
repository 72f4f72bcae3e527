// Parameters destructured with defaults; one caller overrides them.
function open({ host = window.location.hostname, port = 9000, path = "/d", secure = location.protocol === "https:" } = {}) {
  return new WebSocket(`${secure ? "wss" : "ws"}://${host}:${port}${path}`);
}

open();
open({ path: "/other", port: 9005 });
open({ host: "stream.vendor.example", port: 9443, path: "/public" });

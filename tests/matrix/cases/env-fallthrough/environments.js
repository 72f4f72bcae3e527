export function endpointFor(host) {
  let port = 443;
  let path = "/live";
  switch (host) {
    case "www.vendor.example":
    case "vendor.example":
      return { socket: "wss://stream.vendor.example:8443", path };
    case "localhost":
    case "127.0.0.1":
      path = "/dev";
    // falls through
    case "0.0.0.0":
      port = 9001;
      break;
    default:
      port = 9000;
  }
  return { socket: `ws://${host}:${port}`, path };
}

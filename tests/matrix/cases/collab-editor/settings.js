const isSecure = () => window.location.protocol.startsWith("https");

export function wsRoot({ port, prefix }) {
  return (isSecure() ? "wss:" : "ws:") + "//" + window.location.hostname + ":" + port + "/" + prefix;
}

export default Object.freeze({
  port: 1234,
  prefix: "collab",
  autoconnect: true,
  autosave: 1234,
});

export const path = "/open";
export default function (port, where) {
  return new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.hostname}:${port}${where}`);
}

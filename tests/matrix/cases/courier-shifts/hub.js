import { HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";

function hubsRoot() {
  const { realtime, port } = window.__SHIFTS__ ?? {};
  if (realtime) return realtime;
  if (port) return `${window.location.protocol}//${window.location.hostname}:${port}/hubs`;
  return "/hubs";
}

export function connectShifts(handlers) {
  const connection = new HubConnectionBuilder()
    .withUrl(`${hubsRoot()}/shifts`, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  for (const [event, handler] of Object.entries(handlers)) connection.on(event, handler);

  let attempts = 0;
  const start = () =>
    connection.start().catch(() => {
      attempts += 1;
      if (attempts < 3) setTimeout(start, 1500 * attempts);
    });
  start();
  return connection;
}

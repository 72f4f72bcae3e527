// Andon board with SignalR in React: the hub's base is a build variable left empty, so the fallback with the fixed port
// is what production gets; the REST base, made by the same helper, has its variable set to a path.
// env: REACT_APP_HUB_BASE=
// env: REACT_APP_REST_BASE=/rest
import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { HttpTransportType, HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { hubBase, restBase } from "./environment";

interface Alarm { id: number; line: string; text: string }

function useHub(path: string): HubConnection {
  const hub = useMemo(
    () =>
      new HubConnectionBuilder()
        .withUrl(new URL(path, hubBase).href, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
        .configureLogging(LogLevel.Critical)
        .build(),
    [path],
  );
  useEffect(() => {
    hub.start().catch(() => undefined);
    return () => void hub.stop();
  }, [hub]);
  return hub;
}

function Board() {
  const hub = useHub("hubs/andon");
  const [alarms, setAlarms] = useState<Alarm[]>([]);
  useEffect(() => {
    hub.on("alarm", (alarm: Alarm) => setAlarms((known) => [alarm, ...known].slice(0, 40)));
    fetch(`${restBase}/alarms?open=1`)
      .then((response) => response.json())
      .then(setAlarms)
      .catch(() => undefined);
    return () => hub.off("alarm");
  }, [hub]);
  return <ol>{alarms.map((alarm) => <li key={alarm.id}>{alarm.line}: {alarm.text}</li>)}</ol>;
}

createRoot(document.getElementById("root")!).render(<Board />);

import { useCallback, useState } from "react";
import { useEventSource } from "./useEventSource.ts";

interface LogLine {
  ts: number;
  level: string;
  text: string;
}

const MAX_LINES = 3000;

export function LogPane({ service, level }: { service: string; level: string }) {
  const [lines, setLines] = useState<LogLine[]>([]);
  const push = useCallback((line: LogLine) => {
    setLines((prev) => [...prev.slice(-MAX_LINES + 1), line]);
  }, []);
  const status = useEventSource<LogLine>(`/logs/${service}/tail`, push, { params: { level } });

  return (
    <pre data-status={status}>
      {lines.map((l, i) => (
        <code key={i}>{`${new Date(l.ts).toISOString()} ${l.level} ${l.text}\n`}</code>
      ))}
    </pre>
  );
}

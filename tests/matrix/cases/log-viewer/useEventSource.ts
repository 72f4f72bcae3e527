import { useEffect, useRef, useState } from "react";

export interface EventSourceOptions {
  baseUrl?: string;
  withCredentials?: boolean;
  enabled?: boolean;
  params?: Record<string, string>;
}

const DEFAULTS = {
  baseUrl: "http://localhost:8787",
  withCredentials: false,
  enabled: true,
};

export function useEventSource<T>(path: string, onMessage: (value: T) => void, options: EventSourceOptions = {}) {
  const { baseUrl, withCredentials, enabled } = { ...DEFAULTS, ...options };
  const query = new URLSearchParams(options.params ?? {}).toString();
  const [status, setStatus] = useState<"idle" | "open" | "error">("idle");
  const handler = useRef(onMessage);
  handler.current = onMessage;

  useEffect(() => {
    if (!enabled) return;
    const url = baseUrl + path + (query ? `?${query}` : "");
    const source = new EventSource(url, { withCredentials });
    source.onopen = () => setStatus("open");
    source.onerror = () => setStatus("error");
    source.onmessage = (event) => {
      try {
        handler.current(JSON.parse(event.data) as T);
      } catch {
        // a keep-alive comment or a partial line
      }
    };
    return () => source.close();
  }, [baseUrl, path, query, withCredentials, enabled]);

  return status;
}

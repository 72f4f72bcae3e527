interface PortPair {
  wsPort: number;
  wssPort: number;
}

const DEFAULT_PORT = "8080";

function ports(value: string): PortPair {
  const port = parseInt(value || DEFAULT_PORT, 10);
  return { wsPort: port, wssPort: port };
}

export function echoOptions(key: string) {
  const secure = window.location.protocol === "https:";
  return {
    broadcaster: "reverb",
    key,
    wsHost: window.location.hostname,
    ...ports(import.meta.env.VITE_REVERB_PORT),
    forceTLS: secure,
    enabledTransports: ["ws", "wss"],
    activityTimeout: 30000,
    auth: { headers: { "X-Kiosk": "17" } },
  };
}

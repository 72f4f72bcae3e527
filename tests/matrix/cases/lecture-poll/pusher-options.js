const port = parseInt("6001", 10);

export function pusherOptions(endpoint) {
  return {
    cluster: "eu",
    wsHost: window.location.hostname,
    wsPort: port,
    wssPort: port,
    forceTLS: window.location.protocol === "https:",
    enabledTransports: ["ws", "wss"],
    enableStats: false,
    channelAuthorization: { endpoint, transport: "ajax" },
  };
}

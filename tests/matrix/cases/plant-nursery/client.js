export function createClient(ports) {
  const { protocol, hostname, host } = window.location;
  const scheme = protocol === "https:" ? "wss" : "ws";

  const address = (topic) => {
    const port = ports[topic];
    return `${scheme}://${port === null ? host : [hostname, port].join(":")}/nursery/${topic}`;
  };

  return {
    follow(topic, onValue) {
      const socket = new WebSocket(address(topic));
      socket.addEventListener("message", ({ data }) => onValue(data));
      return () => socket.close(1000);
    },
  };
}

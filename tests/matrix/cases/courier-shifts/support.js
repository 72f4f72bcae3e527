const ENVIRONMENTS = [
  { name: "production", api: "https://shifts.example.com", hub: "wss://shifts.example.com:5443/hubs" },
  { name: "staging", api: "http://10.20.0.14:5000", hub: "ws://10.20.0.14:5001/hubs" },
  { name: "laptop", api: "http://localhost:5000", hub: "ws://localhost:5001/hubs" },
];

const matches = ({ api }) => new URL(api).hostname === window.location.hostname;

export function supportInfo() {
  const environment = ENVIRONMENTS.find(matches);
  const lines = [
    `agent: ${navigator.userAgent}`,
    `environment: ${environment?.name ?? "custom"}`,
    ...ENVIRONMENTS.map(({ name, hub }) => `${name}: telnet ${new URL(hub).host.replace(":", " ")}`),
  ];
  return lines.join("\n");
}

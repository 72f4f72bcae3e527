export const DEVICES = [
  { label: "bench", host: "::1", port: 4001, enabled: true },
  { label: "belt", host: "0.0.0.0", port: 4001, enabled: true },
  { label: "tower", host: "2001:db8:40::17", port: 4001, enabled: true },
  { label: "spare", host: "192.168.40.17", port: 4001, enabled: false },
];

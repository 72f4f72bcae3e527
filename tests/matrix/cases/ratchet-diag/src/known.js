export const KNOWN = [
  { name: 'Grafana', port: 3000, scheme: 'http' },
  { name: 'Prometheus', port: 9090, scheme: 'http' },
  { name: 'Mosquitto', port: 9001, scheme: 'ws' },
];

export const EXAMPLES = ['ws://localhost:9001/mqtt', 'http://192.168.1.10:3000'];

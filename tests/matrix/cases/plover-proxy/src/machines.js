export const machines = [
  { name: 'Rack A', address: '10.4.0.12:9100' },
  { name: 'Workbench', address: 'localhost:2375' },
];

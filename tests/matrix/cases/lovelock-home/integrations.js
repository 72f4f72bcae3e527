const INTEGRATIONS = [
  { domain: 'mqtt', label: 'MQTT broker', host: 'localhost', port: 1883 },
  { domain: 'esphome', label: 'ESPHome node', host: '192.168.1.50', port: 6053 },
  { domain: 'mpd', label: 'Music player', host: '127.0.0.1', port: 6600 },
];

export function integrationForm() {
  const form = document.createElement('form');
  for (const { domain, label, host, port } of INTEGRATIONS) {
    const input = document.createElement('input');
    input.name = domain;
    input.placeholder = `${host}:${port}`;
    input.title = `${label}, for example ws://${host}:${port}`;
    form.append(input);
  }
  return form;
}

const KEY = 'racks.settings';

const defaults = {
  units: 'metric',
  refresh: 1500,
  broker: {
    hostname: window.location.hostname,
    port: 9001,
    path: '/mqtt',
    tcpPort: 1883,
    clientId: `racks-${Math.random().toString(16).slice(2, 8)}`,
  },
};

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

const saved = read();

export const settings = {
  ...defaults,
  ...saved,
  broker: { ...defaults.broker, ...saved.broker },
};

export function save(changes) {
  Object.assign(settings, changes);
  localStorage.setItem(KEY, JSON.stringify(settings));
}

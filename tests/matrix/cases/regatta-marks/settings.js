const PREFIX = 'regatta:';

const BUILT_IN = {
  'broker.host': () => location.hostname,
  'broker.port': () => '8083',
  'broker.path': () => '/mqtt',
  'map.zoom': () => '13',
  'map.tiles': () => 'https://tiles.regatta.example:8444/{z}/{x}/{y}.png',
};

export function createSettings(search, storage) {
  const query = new URLSearchParams(search);
  const text = (key) => query.get(key) ?? storage.getItem(PREFIX + key) ?? BUILT_IN[key]();
  return {
    text,
    number: (key) => Number.parseInt(text(key), 10),
    remember: (key, value) => storage.setItem(PREFIX + key, String(value)),
  };
}

export const suggestions = () => [
  { label: 'This computer', host: 'localhost', port: 8787 },
  { label: 'Barn', host: '10.0.3.5', port: 8787 },
];

export function loadServer(storage, { hostname, port }) {
  try {
    const saved = JSON.parse(storage.getItem('saffron.server'));
    if (saved?.host) return saved;
  } catch {
    storage.removeItem('saffron.server');
  }
  return { host: hostname, port };
}

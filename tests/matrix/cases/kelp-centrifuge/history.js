export function history(channel, limit) {
  const query = new URLSearchParams({ channel, limit: String(limit) });
  return fetch(`/api/history?${query}`)
    .then((response) => response.json())
    .catch(() => []);
}

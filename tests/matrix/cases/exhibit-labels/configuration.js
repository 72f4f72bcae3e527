const fallback = {
  hall: 'lobby',
  rotateSeconds: 3,
  guide: { host: window.location.hostname, port: window.location.port, path: '/guide' },
};

let loading;

export function configuration() {
  loading ??= fetch('/display/config.json')
    .then((response) => response.json())
    .then((given) => ({ ...fallback, ...given, guide: { ...fallback.guide, ...given.guide } }))
    .catch(() => fallback);
  return loading;
}

export function guideUrl({ host, port, path }, hall) {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${host}${port ? `:${port}` : ''}${path}/${hall}`;
}

export function origin({ port = window.location.port, secure = window.location.protocol === 'https:' } = {}) {
  const tail = port ? `:${port}` : '';
  return `ws${secure ? 's' : ''}://${window.location.hostname}${tail}`;
}

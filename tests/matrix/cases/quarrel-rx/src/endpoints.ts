const socketScheme = () => (window.location.protocol === 'https:' ? 'wss:' : 'ws:');

function* candidates(): Generator<string> {
  yield window.location.host;
  const [name] = window.location.host.split(':');
  for (const suffix of ['8190']) yield [name, suffix].join(':');
}

export function endpoints(path: string): string[] {
  return Array.from(candidates(), (authority) => `${socketScheme()}//${authority}/${path}`);
}

const DSN = /^(?:(\w+):)\/\/(?:(\w+)(?::(\w+)?)?@)([\w.-]+)(?::(\d+))?\/(.+)/;

export function parseDsn(text) {
  const match = DSN.exec(text);
  if (!match) throw new Error(`Invalid DSN: ${text}`);
  const [protocol, publicKey, pass = '', host, port = '', lastPath] = match.slice(1);
  const parts = lastPath.split('/');
  const projectId = parts.pop();
  return { protocol, publicKey, pass, host, port, path: parts.join('/'), projectId };
}

export function envelopeEndpoint({ protocol, host, port, path, projectId, publicKey }) {
  const base = `${protocol}://${host}${port ? `:${port}` : ''}/${path ? `${path}/` : ''}api/`;
  return `${base}${projectId}/envelope/?sentry_key=${publicKey}&sentry_version=7`;
}

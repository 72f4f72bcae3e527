const DSN = /^mqtt\+(ws):\/\/(?:([^@]+)@)?\{(page|origin)\}(:\d+)?(\/[^?]*)(?:\?(.*))?$/;

export function parseDsn(dsn) {
  const match = DSN.exec(dsn);
  if (!match) throw new SyntaxError(`not a broker: ${dsn}`);
  const [, scheme, user, anchor, port = '', path, query = ''] = match;
  const host = anchor === 'page' ? window.location.hostname + port : window.location.host;
  const secure = window.location.protocol === 'https:' ? 's' : '';
  return {
    user,
    url: `${scheme}${secure}://${host}${path}`,
    options: Object.fromEntries(new URLSearchParams(query)),
  };
}

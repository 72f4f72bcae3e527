const secure = /^https/.test(location.protocol);

function address({ name, scheme, port = location.port }) {
  let url = scheme + (secure ? "s" : "") + "://" + location.hostname;
  if (port) url += ":" + port;
  url += "/links/" + name;
  return url;
}

export function createLink(Transport, options) {
  const url = address(options);
  return new Transport(url);
}

// The same line as in the compose file: name, host port, container port.
const LINE = 'web 443:8080, push 7445:3000, metrics 9464:9464';

function parse(line) {
  const table = new Map();
  for (const entry of line.split(', ')) {
    const [name, mapping] = entry.split(' ');
    const [published] = mapping.split(':');
    table.set(name, Number(published));
  }
  return table;
}

const published = parse(LINE);

export function serviceOrigin(name) {
  const { protocol, hostname } = window.location;
  if (!published.has(name)) throw new RangeError(name);
  return `${protocol}//${hostname}:${published.get(name)}`;
}

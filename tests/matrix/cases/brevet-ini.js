// A parser of an ini-like language reads settings embedded as text: sections, inheritance by [child : parent], comments,
// ${section.key} references; the patrol feed's port comes from a reference to a parent section's key.
const TEXT = `
; Brevet ride tracker, settings baked into the page
[common]
scheme  = auto
host    = @page
port    = @page
timeout = 8000

[control : common]
path = /controls/live

[ferries]
; quay = 4843, the old daemon
quay = 4844
desk = 4845

[patrol : common]
port = \${ferries.quay}
path = /patrol

[lab : patrol]
host = 192.168.40.7
port = 4846
`;

function parseIni(text) {
  const sections = {};
  let section = null;
  for (const line of text.split(/\r?\n/)) {
    const bare = line.replace(/[;#].*$/, '').trim();
    if (!bare) continue;
    const header = /^\[\s*([\w-]+)\s*(?::\s*([\w-]+)\s*)?\]$/.exec(bare);
    if (header) {
      section = sections[header[1]] = Object.create(sections[header[2]] || null);
      continue;
    }
    const at = bare.indexOf('=');
    if (at < 0 || !section) throw new SyntaxError(`brevet.ini: ${line}`);
    section[bare.slice(0, at).trim()] = bare.slice(at + 1).trim();
  }
  return sections;
}

function reader(sections) {
  const resolve = (value) => value.replace(/\$\{(\w+)\.(\w+)\}/g, (_, name, key) => resolve(sections[name][key]));
  return (name, key, page) => {
    const value = resolve(sections[name][key] || '');
    return value === '@page' ? page : value;
  };
}

const setting = reader(parseIni(TEXT));

function endpoint(name) {
  const { protocol, hostname, port } = window.location;
  const url = new URL(window.location.origin);
  url.protocol = setting(name, 'scheme') === 'auto' ? protocol.replace('http', 'ws') : 'ws:';
  url.hostname = setting(name, 'host', hostname);
  url.port = setting(name, 'port', port);
  url.pathname = setting(name, 'path');
  return url;
}

const open = (name) => {
  const socket = new WebSocket(endpoint(name).href);
  const timer = setTimeout(() => socket.close(), Number(setting(name, 'timeout')));
  socket.onopen = () => clearTimeout(timer);
  return socket;
};

['control', 'patrol'].map(open);

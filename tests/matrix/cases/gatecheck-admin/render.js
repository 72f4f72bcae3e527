const curl = ({ scheme, host, port }) => {
  const url = new URL(`${scheme.replace('ws', 'http')}://${host}:${port}/`);
  return `curl -i ${url.href} -H 'Upgrade: websocket' # or wscat -c ws://${url.host}/socket.io/?EIO=4`;
};

export function render(el, routes, problems) {
  const rows = routes.map((route) => {
    const row = document.createElement('tr');
    row.innerHTML = `<td>${route.match}</td><td><code>${curl(route)}</code></td>`;
    return row;
  });
  const table = document.createElement('table');
  table.append(...rows);
  const list = document.createElement('ul');
  list.append(...problems.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  const docs = Object.assign(document.createElement('a'), { textContent: 'Dashboard', href: 'http://localhost:2019/config/' });
  el.append(table, list, docs);
}

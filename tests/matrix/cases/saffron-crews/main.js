// An event bus with async iteration and a command registry: a setup form suggests hosts and ports, which nobody has saved.
// page:
// page: localStorage.setItem("saffron.server", JSON.stringify({ host: "crew.runtime.example", port: 7777 }))
// keep: only what a user saved, or the page's own origin
import { EventBus } from './event-bus.js';
import { loadServer, suggestions } from './server-settings.js';
import { CrewLink } from './crew-link.js';

const bus = new EventBus();
const link = new CrewLink(bus, loadServer(localStorage, location));

async function show() {
  const rows = new Map();
  for await (const { crew, baskets } of bus.stream('harvested')) {
    rows.set(crew, (rows.get(crew) ?? 0) + baskets);
    document.title = `${rows.size} crews`;
  }
}

const form = document.createElement('form');
form.innerHTML = suggestions().map(({ label, host, port }) => `<button value="${host}:${port}">${label}</button>`).join('');
document.body.append(form);
form.addEventListener('click', ({ target }) => {
  const [host, port] = target.value.split(':');
  localStorage.setItem('saffron.server', JSON.stringify({ host, port: Number(port) }));
  location.reload();
});

show();
link.open();

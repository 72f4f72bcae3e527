// Web terminal in the style of Svelte: writable and derived stores; the shell's URL is derived from a store of connection
// preferences whose first value has the port. The session list uses a URL derived from the page alone.
import { derived, writable } from './ui/store.js';
import { Terminal } from './ui/terminal.js';

const preferences = writable({ columns: 80, rows: 24, shellPort: 7681, tls: location.protocol === 'https:' });
const page = writable({ name: location.hostname, origin: location.origin });

const shellUrl = derived([preferences, page], ([{ shellPort, tls }, { name }]) => {
  const scheme = tls ? 'wss' : 'ws';
  return scheme + '://' + name + ':' + shellPort + '/ws';
});
const sessionsUrl = derived([page], ([{ origin }]) => origin + '/sessions?limit=2222');

const terminal = new Terminal({ target: document.body, props: { scrollback: 9001 } });

shellUrl.subscribe((url) => terminal.attach(url));
sessionsUrl.subscribe((url) => {
  fetch(url)
    .then((response) => response.json())
    .then((sessions) => terminal.$set({ sessions }))
    .catch(() => terminal.$set({ sessions: [] }));
});

preferences.update((now) => ({ ...now, columns: 132 }));

// Micro-frontends: a shell mounts remotes from a registry with an API of its own; one remote still asks for clear text on the page's host.
import { Shell } from './shell.js';
import { registry } from './registry.js';

const shell = new Shell(document.getElementById('root'));
Promise.all(registry.map((entry) => shell.mount(entry))).then((mounted) => {
  document.body.dataset.remotes = mounted.map(({ name }) => name).join(' ');
});

// keep: Feature flags decide between transports; the mock backend's flag is off, its address is built but never connected to.
import { flags } from './flags.js';
import { transports } from './transports.js';

const enabled = transports.filter(({ flag }) => flags.isOn(flag));

const root = document.getElementById('root');
const status = document.createElement('ul');
root.append(status);

for (const { name, target, open } of enabled) {
  const item = document.createElement('li');
  item.textContent = `${name}: connecting`;
  item.title = target();
  status.append(item);
  open(target(), (state) => {
    item.textContent = `${name}: ${state}`;
  });
}

const skipped = transports.filter((transport) => !enabled.includes(transport));
root.dataset.skipped = skipped.map(({ name, target }) => `${name}=${target()}`).join(' ');

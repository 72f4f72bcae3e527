// Badge printing through an agent on the visitor desk's machine: private state in a WeakMap, parts of the address under symbols.
import { Agent } from './agent.js';
import { HOST, PORT, MOUNT } from './symbols.js';

const server = new Agent({ [MOUNT]: '/badges' });
const printer = new Agent({ [HOST]: '127.0.0.1', [PORT]: 17817, [MOUNT]: '/print' });

const root = document.getElementById('root');

const report = (name) => (state) => {
  const line = document.createElement('p');
  line.textContent = `${name}: ${state}`;
  root.append(line);
};

server
  .call('pending', { desk: 'north', limit: 17818 })
  .then((badges) => Promise.all(badges.map((badge) => printer.call('job', badge))))
  .then(() => report('badges')('printed'), () => report('badges')('not available'));

printer.call('status').then(report('printer'), () => report('printer')('agent not running'));

// Kiln temperatures read in a worker made of a function's text; the page posts it commands with addresses inside.
import { sampler } from './sampler.js';
import { commands } from './commands.js';

const blob = new Blob([`(${sampler.toString()})();`], { type: 'text/javascript' });
const worker = new Worker(URL.createObjectURL(blob));

const root = document.getElementById('root');
const show = {
  sample: ({ zone, value }) => {
    root.dataset[zone] = value;
  },
  lost: ({ zone }) => {
    root.dataset[zone] = 'lost';
  },
};

worker.onmessage = ({ data }) => {
  const handler = show[data.type];
  if (handler) handler(data);
};

for (const command of commands(window.location)) {
  worker.postMessage(command);
}

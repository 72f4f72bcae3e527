// A worker from a Blob gets its target by messages: the page posts host and port apart, the worker joins them and opens the socket.
import { createBus } from './bus.js';
import { startWorker } from './worker-host.js';
import { LOOMS } from './looms.js';

const bus = createBus();
const worker = startWorker(bus);

bus.on('shuttle', ({ loom, picks }) => {
  document.getElementById('root').textContent = `${loom}: ${picks} picks`;
});
bus.on('closed', ({ loom }) => console.info('feed closed', loom));

for (const loom of LOOMS) worker.open(loom);
fetch('/api/looms').catch(() => bus.emit('closed', { loom: 'catalogue' }));

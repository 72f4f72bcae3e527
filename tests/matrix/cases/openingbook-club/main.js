// Chess club: a module worker keeps the connection to the game server, on a port of its own, so that the page's
// animations cannot delay a move; the page itself asks its own origin for the pairing.
// bundlers: vite vite-rolldown webpack rspack
const worker = new Worker(new URL('./gameWorker.js', import.meta.url), { type: 'module' });

const root = document.getElementById('root');
const clock = root.appendChild(document.createElement('time'));
const moves = root.appendChild(document.createElement('ol'));

worker.addEventListener('message', ({ data }) => {
  if (data.type === 'clock') clock.textContent = `${Math.ceil(data.left / 1000)} s`;
  if (data.type === 'move') moves.append(Object.assign(document.createElement('li'), { textContent: data.san }));
});

fetch('/club/pairings/next')
  .then((response) => response.json())
  .then(({ opponent }) => root.prepend(`against ${opponent}`))
  .catch(() => root.prepend('no pairing yet'));

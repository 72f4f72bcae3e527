// Turnstile counters over sockette: the scheme is a setting with the default 'ws' that nothing changes, so the page's own
// host is spoken to in clear text even when the page came over TLS; the camera's socket follows the page's scheme.
import Sockette from 'sockette';
import { options } from './src/options';

const count = document.body.appendChild(document.createElement('b'));

new Sockette(`${options.scheme}://${options.authority}/turnstile/count`, {
  timeout: 5000,
  maxAttempts: 2,
  onmessage: (event) => {
    count.textContent = event.data;
  },
});

const camera = new WebSocket(`${options.followsPage}//${options.authority}/turnstile/camera?fps=25`);
camera.binaryType = 'blob';
camera.onmessage = ({ data }) => {
  const picture = document.querySelector('img') || document.body.appendChild(document.createElement('img'));
  picture.src = URL.createObjectURL(data);
};

import { channel } from '../transport';

const TTYD = { port: 7681, protocols: ['tty'] };
const encoder = new TextEncoder();

export default {
  enter(outlet) {
    const screen = outlet.appendChild(document.createElement('pre'));
    const socket = channel('/ws', TTYD);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(encoder.encode(JSON.stringify({ AuthToken: '', columns: 80, rows: 24 })));
    socket.onmessage = ({ data }) => {
      screen.textContent += new TextDecoder().decode(new Uint8Array(data).subarray(1));
    };
    socket.onclose = () => {
      screen.textContent += '\r\nConnection closed';
    };
  },
};

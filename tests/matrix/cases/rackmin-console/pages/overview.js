import { channel } from '../transport';

let socket;

export default {
  enter(outlet) {
    const load = outlet.appendChild(document.createElement('meter'));
    socket = channel('/api/metrics');
    socket.onmessage = ({ data }) => {
      load.value = JSON.parse(data).load1;
    };
  },
  leave() {
    socket.close();
  },
};

// Grain elevator dashboard on Phoenix channels: the endpoint is written as a DSN string ("phx+tls?://%h:4010/socket")
// that a parser takes apart with a regular expression; a second DSN names no port and means the page's own.
import { Socket } from 'phoenix';
import { parseDsn } from './js/dsn.js';

const SOURCES = {
  silos: 'phx://%h:4010/socket/silos?level=2',
  lorries: 'phx://%h/socket/lorries?level=1',
};

function join(name, topic, onChange) {
  const { endpoint, params } = parseDsn(SOURCES[name]);
  const socket = new Socket(endpoint, { params, timeout: 4000, reconnectAfterMs: () => 8000 });
  socket.connect();
  const channel = socket.channel(topic, { crop: 'barley' });
  channel.on('reading', onChange);
  channel.join();
  return channel;
}

const levels = {};

join('silos', 'silo:all', ({ silo, tonnes }) => {
  levels[silo] = tonnes;
  document.title = Object.keys(levels).length + ' silos';
});

join('lorries', 'weighbridge:north', ({ plate, kilograms }) => {
  console.info('%s weighs %d of 44000 kg', plate, kilograms);
});

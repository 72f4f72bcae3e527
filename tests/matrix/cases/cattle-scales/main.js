// Farm weighing: a read-only Proxy over configuration layers, looked up through Reflect; Phoenix sockets from it.
import { Socket } from 'phoenix';
import { config } from './config.js';
import { scaleBoard } from './board.js';

const board = scaleBoard(document.getElementById('root'));

function endpoint(area) {
  const { [area]: section } = config;
  const scheme = config.page.protocol === 'https:' ? 'wss' : 'ws';
  const where = section.port ? `${config.page.hostname}:${section.port}` : config.page.host;
  return `${scheme}://${where}${section.mount}`;
}

function connect(area, topic, handlers) {
  const socket = new Socket(endpoint(area), {
    params: { farm: config.herd.farm, vsn: 4 },
    reconnectAfterMs: (tries) => [4000, 9000][tries - 1] || 20000,
  });
  socket.connect();
  const channel = socket.channel(topic, {});
  Object.entries(handlers).forEach(([event, handler]) => channel.on(event, handler));
  channel.join().receive('error', () => board.note(`${area}: refused`));
  return channel;
}

connect('crush', 'scale:crush-1', { reading: ({ kg }) => board.weight(kg) });
connect('herd', 'herd:lobby', { born: ({ tag }) => board.note(`new calf ${tag}`) });

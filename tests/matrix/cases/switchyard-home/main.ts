// Home automation: mqtt.connect with an options object assembled by a chain of middlewares (identity, broker, last will);
// the broker's middleware puts in the port of the listener beside the page's host.
import { connectHome } from './src/home';
import { DeviceGrid } from './src/grid';

const grid = new DeviceGrid(document.body);
const home = connectHome({ floor: 'ground', retain: 1883 });

home.on('message', (topic, payload) => grid.show(topic, String(payload)));
home.on('error', () => grid.offline());
grid.loadNames('/api/devices');

// IoT dashboard over MQTT: connection options kept in a settings store, as defaults under what the operator saved in
// localStorage; the defaults are the broker's WebSocket listener on the page's host.
// page:
// page: localStorage.setItem("racks.settings", JSON.stringify({ broker: { hostname: "mqtt.runtime.example", port: 7777 } }))
import { settings } from './settings';
import { watchRacks } from './racks';

const root = document.getElementById('root');
const cards = new Map();

watchRacks(settings, (rack, reading) => {
  if (!cards.has(rack)) cards.set(rack, root.appendChild(document.createElement('section')));
  cards.get(rack).textContent = `${rack}: EC ${reading.ec} mS/cm, pH ${reading.ph}`;
});

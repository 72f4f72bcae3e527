// Charging park over a public MQTT broker, on the port that the broker's operator gives for WebSockets; the tariff
// comes from the page's own origin.
// env: VITE_MQTT_HOST=broker.chargepark.example
// keep: a public broker
import { ChargerService } from './chargerService';

const root = document.getElementById('root');
const service = ChargerService.getInstance();

service.onStatus((charger, status) => {
  let row = root.querySelector(`[data-charger="${charger}"]`);
  if (!row) {
    row = root.appendChild(document.createElement('div'));
    row.dataset.charger = charger;
  }
  row.textContent = `${charger}: ${status.state} ${status.kw ?? 0} kW`;
});

fetch('/api/tariff/today')
  .then((response) => response.json())
  .then(({ centsPerKwh }) => root.prepend(`${centsPerKwh} ct/kWh`))
  .catch(() => root.prepend('Tariff unknown'));

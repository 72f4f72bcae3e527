// Warehouse admin with two SignalR hubs: an Angular-like environment object whose API URL is still the developer's
// Kestrel port, and a hub that is named relative to the page.
import { AlertsHub } from './hubs/alertsHub';
import { StockHub } from './hubs/stockHub';

const root = document.getElementById('root')!;
const stock = new StockHub((sku, quantity) => {
  root.dataset[`sku${sku}`] = String(quantity);
});
const alerts = new AlertsHub((text) => root.append(text));

Promise.allSettled([stock.start(), alerts.start()]).then((results) => {
  root.dataset.hubs = results.map((result) => result.status).join(' ');
});

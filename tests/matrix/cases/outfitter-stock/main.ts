// Shop with live stock over server-sent events: getBaseUrl() falls back from an empty environment variable to the
// page's own origin; ports in the source are those of a help text and of a developer's script.
// env: VITE_API_URL=
// keep: everything goes to the page's own origin
import { StockStream } from './stockStream';
import { get } from './request';

const root = document.getElementById('root')!;
const badge = (sku: string) =>
  document.getElementById(sku) ?? root.appendChild(Object.assign(document.createElement('b'), { id: sku }));

new StockStream('summer').onChange(({ sku, left }) => {
  badge(sku).textContent = left > 10 ? 'in stock' : `only ${left} left`;
});
get<{ sku: string; left: number }[]>('/catalogue/summer')
  .then((items) => items.forEach(({ sku, left }) => (badge(sku).textContent = String(left))))
  .catch(() => root.append('Stock is not known at the moment'));

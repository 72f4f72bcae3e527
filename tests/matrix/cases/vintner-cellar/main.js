// Wine cellar: decorators applied by hand write metadata to a prototype's methods, a gateway reads it when they are called.
import { CellarApi } from './cellar-api.js';

const api = new CellarApi();
const root = document.getElementById('root');

function row(label, value) {
  const dt = document.createElement('dt');
  const dd = document.createElement('dd');
  dt.textContent = label;
  dd.textContent = value;
  root.append(dt, dd);
}

async function show(label, load) {
  try {
    const answer = await load();
    row(label, answer.text);
  } catch (error) {
    row(label, error.message);
  }
}

show('Barrels', () => api.barrels({ year: 2019 }));
show('Climate', () => api.climate('vault-3'));
show('Orders', () => api.orders());

// Shop metrics: a middleware pipeline enriches an envelope step by step; the last step sends it as a beacon.
import { compose } from './pipeline.js';
import { context, routing, consent, deliver } from './steps.js';

const track = compose([context, consent, routing, deliver]);

const shop = {
  basket: [],
  add(sku, price) {
    this.basket.push({ sku, price });
    return track({ kind: 'basket', payload: { sku, price } });
  },
  view(page) {
    return track({ kind: 'view', payload: { page } });
  },
};

document.getElementById('root').innerHTML = '<h1>Oak, 14 mm</h1><button>Add for 43.18</button>';
document.querySelector('button').addEventListener('click', () => shop.add('oak-14', 43.18));

shop.view('/floors/oak-14');
setTimeout(() => shop.add('sample-4317', 0), 600);

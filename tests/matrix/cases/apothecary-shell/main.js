// A template engine renders the shell with its JSON island; the app reads that island back from the DOM: Socket.IO 2 on its port.
import { render } from './mustache-lite.js';
import { SHELL } from './shell.js';
import { OrdersController } from './orders-controller.js';

document.getElementById('root').innerHTML = render(SHELL, {
  title: 'Dispensary',
  locale: navigator.language,
  counters: [{ name: 'Prescriptions' }, { name: 'Compounds' }],
  printer: { model: 'ZD421', port: 9100 },
  gateway: { port: 3070, namespace: 'orders' },
});

const island = JSON.parse(document.getElementById('shell-state').textContent);
new OrdersController(document.querySelector('[data-list=orders]'), island).start();

// Laravel Echo with Reverb, host of the page and the port from VITE_ variables of the build machine.
// env: VITE_REVERB_APP_KEY=k3y9x2shopfront
// env: VITE_REVERB_PORT=8080
import './bootstrap.js';
import { mountStockBadge } from './stock-badge.js';

window.Echo.channel('catalog')
    .listen('ProductPublished', (e) => console.log('new product', e.product?.name))
    .listen('.price.changed', (e) => {
        document.querySelectorAll(`[data-sku="${e.sku}"] .price`).forEach((el) => {
            el.textContent = e.price;
        });
    });

mountStockBadge(window.Echo, 'SKU-1001');

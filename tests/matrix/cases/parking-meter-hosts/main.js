// Tenants on a vendor's public hosts with ports of their own; the API stays with the page. Three clients, no fault.
// keep: public hosts and the page's own origin
import { Centrifuge } from 'centrifuge';
import mqtt from 'mqtt';
import axios from 'axios';
import { tenantOf } from './tenants.js';

const tenant = tenantOf(window.location);
const api = axios.create({ baseURL: tenant.api });

const meters = new Centrifuge(tenant.meters);
meters.newSubscription(`meters:${tenant.id}`).subscribe();
meters.connect();

const barriers = mqtt.connect(tenant.barriers, { reconnectPeriod: 0, clientId: `curb-${tenant.id}` });
barriers.on('error', () => barriers.end(true));

api.get('/tariffs', { params: { valid: new Date().toISOString().slice(0, 10) } }).catch(() => {
  document.body.classList.add('without-tariffs');
});

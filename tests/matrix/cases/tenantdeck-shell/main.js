// Multi-tenant SaaS shell: the tenant's plan selects a gateway description; the self-hosted plan names a port at the page's host.
import { resolveTenant } from './tenant.js';
import { Gateway } from './gateway.js';
import { Notifications } from './notifications.js';

const tenant = resolveTenant(window.location);
const gateway = Gateway.for(tenant);
gateway.request('GET', '/v1/session').catch(() => {});
new Notifications(gateway).listen();

// Multi-tenant: a table of tenants by host suffix, each with its cluster; only the default tenant is self-hosted, on the page's host.
import { resolveTenant } from './tenants.js';
import { connect } from './realtime.js';

const tenant = resolveTenant(window.location.hostname);
document.documentElement.lang = tenant.locale;

const clock = new Intl.DateTimeFormat(tenant.locale, { timeStyle: 'short', timeZone: tenant.zone });
const pusher = connect(tenant);
pusher.subscribe(`plows.${tenant.id}`).bind('moved', ({ plow, at }) => {
  document.getElementById('root').textContent = `${plow} ${clock.format(new Date(at))}`;
});

// Monitoring dashboards: boot data with appUrl falls back to the server's default address, the live channel is derived from it.
// page:
// page: window.livedashBootData = { settings: { appUrl: "https://dash.runtime.example:7777/", appSubUrl: "/mon" } }
import { config } from './runtime/config.js';
import { LiveService } from './runtime/live.js';
import { BackendSrv } from './runtime/backend.js';

const backend = new BackendSrv(config);
const live = new LiveService({
  appUrl: `${config.appUrl}${config.appSubUrl.replace(/^\//, '')}`,
  orgId: config.bootData.user.orgId,
  liveEnabled: config.liveEnabled,
});

backend.get('/api/dashboards/uid/cpu').catch(() => {});
live.getStream({ scope: 'ds', namespace: 'influx', path: 'cpu/1s' });

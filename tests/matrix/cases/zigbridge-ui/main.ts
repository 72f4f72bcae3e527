// Zigbee bridge's web UI: a small zustand-like store, a socket service that reconnects, its address from the page's
// window.__CONFIG__ or else the bridge's own API port on the page's host.
// page:
// page: window.__CONFIG__ = { apiUrl: "ws://bridge.runtime.example/api", token: "abc" }
import { mountDeviceTable } from './deviceTable';
import { bridge } from './bridge';

bridge.connect();
mountDeviceTable(document.getElementById('root')!);

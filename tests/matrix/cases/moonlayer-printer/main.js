// 3D printer's web UI: waits for config.json, whose host and port are optional, then opens the JSON-RPC socket of the
// printer's API service, by default on its usual port of the page's host.
// page: __matrix.answers["/config.json"] = { defaultLocale: "en", theme: "dark" }
// page: __matrix.answers["/config.json"] = { defaultLocale: "de", hostname: "printer.runtime.example", port: 7777 }
import { loadConfig } from './loadConfig';
import { JsonRpcSocket } from './jsonRpcSocket';
import { store } from './store';

async function init() {
  const config = await loadConfig();
  document.documentElement.lang = config.defaultLocale;
  store.commit('socket/setData', { hostname: config.hostname, port: config.port });

  const socket = new JsonRpcSocket(store.getters['socket/getWebsocketUrl']);
  socket.on('open', () => socket.call('server.info').then((info) => store.commit('server/setInfo', info)));
  socket.on('notify_status_update', (status) => store.commit('printer/update', status));
  socket.connect();
}

init().catch((error) => {
  document.getElementById('root').textContent = `Cannot start: ${error.message}`;
});

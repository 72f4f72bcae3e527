// 3D printer UI: a store with modules and getters; config.json may name the instance, the port stays at its state's default.
// page:
// page: __matrix.answers["/config.json"] = { hostname: "printer.runtime.example", port: 7777, instancesDB: "json" }
import { createStore } from './store/index.js';
import { JsonRpcSocket } from './plugins/json-rpc-socket.js';

const store = createStore();

fetch('/config.json')
  .then((response) => response.json())
  .then((file) => store.commit('socket/setData', file))
  .catch(() => store.commit('socket/setData', {}))
  .then(() => {
    const socket = new JsonRpcSocket(store.getters['socket/getWebsocketUrl'], { reconnectInterval: 3000 });
    socket.connect();
    socket.emit('server.info', {}, (info) => store.commit('printer/setData', info));
    fetch(`${store.getters['socket/getUrl']}/server/files/list?root=gcodes`).catch(() => {});
  });

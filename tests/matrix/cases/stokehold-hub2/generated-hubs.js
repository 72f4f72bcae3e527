import { HubConnection } from './signalr-lite.js';

const proxies = {};

function makeProxy(hub, name, methods) {
  const proxy = { hubName: name, client: {}, server: {} };
  methods.forEach((method) => {
    proxy.server[method] = (...args) => hub.send({ H: name, M: method, A: args });
  });
  return proxy;
}

proxies.hub = new HubConnection('/signalr', ['boilerhub']);
proxies.watch = new HubConnection('/signalr', ['watchhub']);
proxies.boilerHub = makeProxy(proxies.hub, 'boilerHub', ['stoke', 'vent']);
proxies.watchHub = makeProxy(proxies.watch, 'watchHub', ['relieve']);
proxies.ports = { boiler: 0x2382, bunker: 44300 };

export const connection = proxies;

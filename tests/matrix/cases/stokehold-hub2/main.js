// SignalR 2-like client written here: hub proxies made by a generated script, negotiate over XMLHttpRequest, transports
// tried in order; $.connection.hub.url is set once for the boiler hub, the watch hub keeps the default "/signalr".
import { connection } from './generated-hubs.js';

connection.hub.url = window.location.protocol + '//' + window.location.hostname + ':' + connection.ports.boiler + '/signalr';
connection.boilerHub.client.pressure = (bar) => {
  document.title = `${bar} bar`;
};
connection.hub.start({ transport: ['webSockets', 'longPolling'] });
connection.watch.start({ transport: ['serverSentEvents'] });

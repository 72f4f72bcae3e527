// Admin console on SignalR: addresses come from a link generator with named routes and areas, as in the server's routing;
// one area is mapped to a port of its own. Hubs are built in a loop over a list of route names.
import { HubConnectionBuilder, HttpTransportType, LogLevel } from '@microsoft/signalr';
import { LinkGenerator } from './src/links';
import { routes, areas } from './src/routes';

const links = new LinkGenerator(areas, routes);
const HUBS = ['jobs.hub', 'diagnostics.hub'] as const;

const connections = HUBS.map((name) =>
  new HubConnectionBuilder()
    .withUrl(links.to(name, { version: 2 }), { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build(),
);

connections.forEach((connection, index) => {
  connection.on('line', (line: string) => console.debug(HUBS[index], line));
  connection.start().catch(() => document.body.classList.add(`lost-${index}`));
});

fetch(links.to('jobs.list', { take: 5000 })).catch(() => undefined);

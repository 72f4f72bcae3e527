// A small DI container with symbol tokens; plugins ask for the endpoint factory and open a stream on port 7001.
import { Container } from './core/container.ts';
import { TOKENS } from './core/tokens.ts';
import { endpointFactory } from './core/endpoints.ts';
import { occupancyPlugin } from './plugins/occupancy.ts';
import { shuttlePlugin } from './plugins/shuttle.ts';

const container = new Container();

container.value(TOKENS.Options, {
  streams: { occupancy: 7001, shuttle: 7001 },
  base: '/campus',
});
container.factory(TOKENS.Endpoints, endpointFactory);

const plugins = [occupancyPlugin, shuttlePlugin];

queueMicrotask(() => {
  plugins.forEach((plugin) => plugin.install(container));
});

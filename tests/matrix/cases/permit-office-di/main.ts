// Municipal permit desk: TypeScript services from a small dependency injection container. The port of the SignalR hub is
// a number in layered application settings, read by a provider factory; the REST service goes to the page's own origin.
import { Container } from "./core/container";
import { SETTINGS, HUB_ADDRESS, PERMITS, HUB } from "./core/tokens";
import { loadSettings } from "./core/settings";
import { PermitService } from "./services/permits";
import { HubService } from "./services/hub";

const container = new Container()
  .provide(SETTINGS, () => loadSettings("production"))
  .provide(HUB_ADDRESS, (c) => {
    const { realtime } = c.get(SETTINGS);
    const { protocol, hostname } = window.location;
    return `${protocol}//${hostname}:${realtime.listen}${realtime.prefix}/permits`;
  })
  .provide(PERMITS, (c) => new PermitService(c.get(SETTINGS).api.root))
  .provide(HUB, (c) => new HubService(c.get(HUB_ADDRESS), c.get(PERMITS)));

async function bootstrap(): Promise<void> {
  const hub = container.get(HUB);
  await Promise.allSettled([container.get(PERMITS).refresh(), hub.start()]);
  document.title = `Permits (${container.get(PERMITS).count})`;
}

void bootstrap();

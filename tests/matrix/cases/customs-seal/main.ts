// DI container: tokens, factories, scopes; the hub address is resolved from two registrations and handed to SignalR's builder.
import { Container } from './container';
import { ADDRESS, CLOCK, HUB, PORTS, SEALS } from './tokens';
import { createAddressBook } from './address-book';
import { createHub } from './hub';
import { SealService } from './seal-service';

const container = new Container()
  .value(PORTS, { api: null, hub: 5005, scanner: 9100 })
  .value(CLOCK, () => new Date())
  .factory(ADDRESS, (c) => createAddressBook(c.get(PORTS), window.location))
  .factory(HUB, (c) => createHub(c.get(ADDRESS)))
  .factory(SEALS, (c) => new SealService(c.get(HUB), c.get(CLOCK), c.get(ADDRESS)));

void container.get(SEALS).start();

// Ski lodge check-in desk with a small injector: tokens, value and factory providers, child scopes. A socket gateway gets
// an endpoint made by a factory from two injected values (host and port), the latter provided in the root scope.
import { Injector } from './src/injector';
import { ENDPOINT, HTTP_ROOT, providers } from './src/providers';
import { Gateway, Guests } from './src/services';

const root = new Injector(providers);
const desk = root.child([
  { provide: Gateway, deps: [ENDPOINT], make: (endpoint: string) => new Gateway(endpoint) },
  { provide: Guests, deps: [HTTP_ROOT, Gateway], make: (base: string, gateway: Gateway) => new Guests(base, gateway) },
]);

const guests = desk.get<Guests>(Guests);
guests.watch((count) => {
  document.title = `${count} guests`;
});
guests.load(8000);

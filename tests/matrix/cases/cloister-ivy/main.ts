// Angular 15-like compiled services: static ɵfac and ɵprov, InjectionTokens with factories, inject() in field
// initialisers, an environment injector with overriding providers; the choir feed's port is a provider's useValue.
import { createEnvironmentInjector } from './core';
import { APP_BASE, CHOIR_PORT, ChoirFeedService, PsalterService } from './services';

const injector = createEnvironmentInjector([
  { provide: CHOIR_PORT, useValue: 4270 },
  { provide: APP_BASE, useFactory: () => document.baseURI },
]);

injector.get(ChoirFeedService).listen('compline');
injector.get(PsalterService).page(119);

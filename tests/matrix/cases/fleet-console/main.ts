// Angular-like TypeScript: services in a hand-written injector, SignalR hub on the page's host with the API's Kestrel port.
import { Injector } from './core/injector.ts';
import { ENVIRONMENT, environment } from './core/environment.ts';
import { HubService } from './services/hub.service.ts';
import { VehicleStore } from './services/vehicle.store.ts';

const injector = new Injector();
injector.provide(ENVIRONMENT, () => environment);
injector.provide(HubService.token, (i) => new HubService(i.get(ENVIRONMENT)));
injector.provide(VehicleStore.token, (i) => new VehicleStore(i.get(HubService.token)));

class AppComponent {
  private readonly element = document.createElement('main');

  constructor(private readonly vehicles: VehicleStore) {}

  ngOnInit(): void {
    (document.body || document.documentElement).appendChild(this.element);
    this.vehicles.changes(() => this.render());
    void this.vehicles.load();
  }

  private render(): void {
    this.element.textContent = this.vehicles.all().map((v) => `${v.plate} ${v.speed} km/h`).join('\n');
  }
}

new AppComponent(injector.get(VehicleStore.token)).ngOnInit();

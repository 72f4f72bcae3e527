// Angular-like services with an environment file: a SignalR hub and a REST client at localhost:5000.
import { environment } from './environments/environment.ts';
import { VehicleHubService } from './services/vehicle-hub.service.ts';
import { VehicleApiService } from './services/vehicle-api.service.ts';

class AppComponent {
  private vehicles = new Map<string, unknown>();

  constructor(private readonly api: VehicleApiService, private readonly hub: VehicleHubService) {}

  async ngOnInit(): Promise<void> {
    this.hub.onPosition((id, position) => this.vehicles.set(id, position));
    const initial = await this.api.list();
    initial.forEach((v) => this.vehicles.set(v.id, v));
  }
}

if (!environment.production) {
  console.info('running with development settings');
}

const hub = new VehicleHubService(environment);
const app = new AppComponent(new VehicleApiService(environment.apiUrl), hub);
void app.ngOnInit();
void hub.start();

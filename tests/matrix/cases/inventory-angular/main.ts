// Services with an injector in the manner of Angular, an environment file, a HubService with rx-like streams.
import { Injector } from "./injector";
import { ApiService, HubService, APP_ENVIRONMENT } from "./services";
import { environment } from "./environments/environment";

const injector = new Injector([
  { provide: APP_ENVIRONMENT, useValue: environment },
  { provide: ApiService, useFactory: (get) => new ApiService(get(APP_ENVIRONMENT)) },
  { provide: HubService, useFactory: (get) => new HubService(get(APP_ENVIRONMENT), get(ApiService)) },
]);

class StockComponent {
  items: unknown[] = [];
  constructor(private readonly hub: HubService) {}
  ngOnInit(): void {
    this.hub.connect("stock");
    this.hub.messages.push((message) => this.items.push(message));
  }
}

new StockComponent(injector.get(HubService)).ngOnInit();

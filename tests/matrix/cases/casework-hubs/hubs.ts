import { HttpTransportType, HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { SERVICES, serviceUrl, type ServiceName } from "./services";

export class Hubs {
  private readonly connections = new Map<ServiceName, HubConnection>();

  constructor() {
    for (const [name, service] of Object.entries(SERVICES)) {
      const connection = new HubConnectionBuilder()
        .withUrl(serviceUrl(service), { skipNegotiation: true, transport: HttpTransportType.WebSockets })
        .withAutomaticReconnect(service.retry)
        .configureLogging(LogLevel.None)
        .build();
      this.connections.set(name as ServiceName, connection);
    }
  }

  on(name: ServiceName, event: string, handler: (...args: any[]) => void) {
    this.connections.get(name)?.on(event, handler);
  }

  startAll() {
    return Promise.all([...this.connections.values()].map((c) => c.start().catch(() => undefined)));
  }
}

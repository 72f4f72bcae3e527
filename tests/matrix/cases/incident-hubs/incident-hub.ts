import { HubConnectionBuilder, HttpTransportType, LogLevel, type HubConnection } from '@microsoft/signalr';

export class IncidentHub {
  private readonly connection: HubConnection;

  constructor(base: string) {
    this.connection = new HubConnectionBuilder()
      .withUrl(`${base}/hubs/incidents`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.on('IncidentRaised', (incident: { id: number; severity: number }) => {
      document.title = `#${incident.id} sev ${incident.severity}`;
    });
  }

  start(): Promise<void> {
    return this.connection.start().catch(() => undefined);
  }
}

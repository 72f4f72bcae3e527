import * as signalR from '@microsoft/signalr';

export interface Incident {
  severity: 'low' | 'high' | 'critical';
  title: string;
}

export class OperationsHub {
  private readonly connection: signalR.HubConnection;

  constructor(url: string) {
    this.connection = new signalR.HubConnectionBuilder()
      .withUrl(url, { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true })
      .withAutomaticReconnect()
      .configureLogging(signalR.LogLevel.Critical)
      .build();
    this.connection.serverTimeoutInMilliseconds = 60000;
  }

  onIncident(listener: (incident: Incident) => void): void {
    this.connection.on('incident', listener);
  }

  async start(attempt = 0): Promise<void> {
    try {
      await this.connection.start();
    } catch {
      if (attempt < 3) setTimeout(() => void this.start(attempt + 1), 2000);
    }
  }
}

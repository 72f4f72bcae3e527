import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { HubConnection } from '@microsoft/signalr';
import type { Environment } from '../environments/environment.ts';

type PositionHandler = (id: string, position: { lat: number; lng: number }) => void;

export class VehicleHubService {
  private connection: HubConnection;

  constructor(env: Environment) {
    this.connection = new HubConnectionBuilder()
      .withUrl(env.hubs.vehicles, { withCredentials: false })
      .withAutomaticReconnect([0, 2000, 5000, 10000])
      .configureLogging(LogLevel.None)
      .build();
  }

  onPosition(handler: PositionHandler): void {
    this.connection.on('PositionChanged', handler);
  }

  async start(): Promise<void> {
    try {
      await this.connection.start();
      await this.connection.invoke('JoinFleet', 'all');
    } catch (err) {
      console.warn('vehicle hub not reachable');
    }
  }
}

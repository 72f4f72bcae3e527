import { HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

abstract class Hub {
  protected readonly connection: HubConnection;

  constructor(url: string) {
    this.connection = new HubConnectionBuilder()
      .withUrl(url, { withCredentials: false })
      .withAutomaticReconnect([0, 2000, 5050])
      .configureLogging(LogLevel.None)
      .build();
    this.connection.start().catch(() => undefined);
  }
}

export class BallotHub extends Hub {
  onTally(handler: (tally: { yes: number; no: number }) => void): void {
    this.connection.on('Tally', handler);
  }
}

export class DelegateHub extends Hub {
  onPresence(handler: (present: number) => void): void {
    this.connection.on('Presence', handler);
  }
}

import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const KEEP_ALIVE = 5005;

export class AuditHub {
  private readonly connection = new HubConnectionBuilder()
    .withUrl('/hubs/audit')
    .configureLogging(LogLevel.None)
    .build();

  start(): Promise<void> {
    this.connection.keepAliveIntervalInMilliseconds = KEEP_ALIVE;
    return this.connection.start().catch(() => undefined);
  }
}

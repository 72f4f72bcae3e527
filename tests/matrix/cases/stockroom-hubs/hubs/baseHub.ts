import { HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

export abstract class BaseHub {
  protected readonly connection: HubConnection;

  protected constructor(url: string) {
    this.connection = new HubConnectionBuilder()
      .withUrl(url, { accessTokenFactory: () => sessionStorage.getItem('access_token') ?? '' })
      .withAutomaticReconnect([0, 2000, 10000])
      .configureLogging(LogLevel.None)
      .build();
  }

  start(): Promise<void> {
    return this.connection.start();
  }

  stop(): Promise<void> {
    return this.connection.stop();
  }
}

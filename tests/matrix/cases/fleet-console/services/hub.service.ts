import { HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Environment } from '../core/environment.ts';
import type { Token } from '../core/injector.ts';

export class HubService {
  static readonly token: Token<HubService> = { name: 'HubService' };

  private readonly connection: HubConnection;

  constructor(private readonly env: Environment) {
    this.connection = new HubConnectionBuilder()
      .withUrl(`${this.baseUrl}/${env.hubPath}`, { withCredentials: true })
      .withAutomaticReconnect(env.retryDelays)
      .configureLogging(LogLevel.None)
      .build();
  }

  private get baseUrl(): string {
    const { protocol, hostname } = window.location;
    return `${protocol}//${hostname}:${this.env.apiPort}`;
  }

  on<T>(event: string, handler: (payload: T) => void): void {
    this.connection.on(event, handler);
  }

  async start(): Promise<void> {
    try {
      await this.connection.start();
    } catch {
      console.warn('hub not reachable');
    }
  }
}

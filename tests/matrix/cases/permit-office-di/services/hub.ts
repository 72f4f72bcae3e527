import { HubConnectionBuilder, LogLevel, type HubConnection } from "@microsoft/signalr";
import type { Permit, PermitService } from "./permits";

export class HubService {
  private readonly connection: HubConnection;

  constructor(address: string, permits: PermitService) {
    this.connection = new HubConnectionBuilder()
      .withUrl(address)
      .configureLogging(LogLevel.None)
      .build();
    this.connection.on("permitChanged", (permit: Permit) => permits.apply(permit));
  }

  start(): Promise<void> {
    return this.connection.start();
  }
}

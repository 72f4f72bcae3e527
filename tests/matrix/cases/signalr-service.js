// SignalR: a service that builds its hub with options, a token factory and reconnects.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";

const environment = { production: true, apiPort: 5000, hub: "/hubs/notifications" };

class NotificationService {
  constructor(settings) {
    this.settings = settings;
    this.connection = new HubConnectionBuilder()
      .configureLogging(LogLevel.None)
      .withUrl(this.hubUrl(), {
        accessTokenFactory: () => "token",
        transport: HttpTransportType.WebSockets,
        skipNegotiation: true,
      })
      .withAutomaticReconnect([0, 2000])
      .build();
  }

  hubUrl() {
    const { hostname, protocol } = window.location;
    return protocol + "//" + hostname + ":" + this.settings.apiPort + this.settings.hub;
  }

  async start() {
    try {
      await this.connection.start();
    } catch (error) {
      console.log(error);
    }
  }
}

new NotificationService(environment).start();

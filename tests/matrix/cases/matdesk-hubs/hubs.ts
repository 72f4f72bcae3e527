import { HttpTransportType } from "@microsoft/signalr";
import type { HubConnection, HubConnectionBuilder } from "@microsoft/signalr";
import type { Settings } from "./settings";

type HubName = "quotes" | "orders";

const transports: Record<HubName, object> = {
  quotes: { transport: HttpTransportType.WebSockets, skipNegotiation: true },
  orders: { transport: HttpTransportType.WebSockets, skipNegotiation: true, accessTokenFactory: () => "desk-token" },
};

export function createHubs(settings: Settings, builder: () => HubConnectionBuilder): Record<HubName, HubConnection> {
  const names: HubName[] = ["quotes", "orders"];
  return names.reduce(
    (made, name) => ({
      ...made,
      [name]: builder()
        .withUrl(settings[name], transports[name])
        .withAutomaticReconnect([0, 2000, 10000, 30000])
        .build(),
    }),
    {} as Record<HubName, HubConnection>,
  );
}

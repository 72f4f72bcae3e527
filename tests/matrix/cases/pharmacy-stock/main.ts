// A pharmacy's stock: SignalR's builder gets a URL over two functions, Action Cable one beside it; the hub has the port
// of a Kestrel server, the cable is relative.
import { HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";
import { createConsumer } from "@rails/actioncable";
import { hubUrl } from "./hub-url";
import { Stock } from "./stock";

const stock = new Stock(document.getElementById("root")!);

const connection = new HubConnectionBuilder()
  .withUrl(hubUrl("stock"), { transport: HttpTransportType.WebSockets, skipNegotiation: true })
  .configureLogging(LogLevel.None)
  .build();

connection.on("changed", (code: string, amount: number) => stock.set(code, amount));
connection.start().catch(() => stock.offline());

createConsumer("/cable").subscriptions.create(
  { channel: "PrescriptionChannel", counter: 5000 },
  { received: ({ code }: { code: string }) => stock.reserve(code) },
);

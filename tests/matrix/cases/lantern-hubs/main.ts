// Theatre lighting in TypeScript with SignalR: a fluent settings object whose methods return `this` builds the hub's URL;
// the cue hub goes to a fixed port (WebSockets only), the people hub negotiates on the page's origin.
import { HubConnection, HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";
import { HubAddress } from "./hub-address";

function connect(address: HubAddress, direct: boolean): HubConnection {
  const builder = new HubConnectionBuilder().configureLogging(LogLevel.None);
  return direct
    ? builder.withUrl(address.toString(), { skipNegotiation: true, transport: HttpTransportType.WebSockets }).build()
    : builder.withUrl(address.toString()).build();
}

const cues = connect(HubAddress.ofPage().secureLike(window.location.protocol).onPort(5098).hub("cues").tagged("v", "5"), true);
const people = connect(HubAddress.ofPage().secureLike(window.location.protocol).hub("people"), false);

cues.on("go", (cue: number) => {
  document.body.dataset.cue = String(cue);
});
people.on("joined", (name: string) => {
  document.body.dataset.crew = name;
});

Promise.allSettled([cues.start(), people.start()]).then((results) => {
  const failed = results.filter((result) => result.status === "rejected").length;
  document.body.dataset.offline = String(failed);
});

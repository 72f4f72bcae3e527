// TypeScript classes and a small container: endpoints are value objects that clone the page's URL and set the port from
// an enum; the upload goes by XMLHttpRequest to the reports port, sessions go to the page's own.
import { Container } from "./core/container";
import { Endpoint, ServicePort } from "./core/endpoint";
import { SessionService } from "./core/session";
import { ReportUploader } from "./core/uploader";
import { io } from "socket.io-client";
import { HubConnectionBuilder, LogLevel } from "@microsoft/signalr";

export const TOKENS = {
  reports: Symbol("ReportUploader"),
  sessions: Symbol("SessionService"),
  hub: Symbol("NoticeHub"),
} as const;

const container = new Container();

container.bind(TOKENS.sessions, () => new SessionService(Endpoint.page().at("/auth/session")));
container.bind(TOKENS.reports, () =>
  new ReportUploader(Endpoint.page().on(ServicePort.Reports).at("/reports/upload"), container.get<SessionService>(TOKENS.sessions)),
);
container.bind(TOKENS.hub, () =>
  new HubConnectionBuilder().withUrl(Endpoint.page().at("/hubs/notices").href).configureLogging(LogLevel.None).build(),
);

async function boot(): Promise<void> {
  const hub = container.get<{ start(): Promise<void> }>(TOKENS.hub);
  hub.start().catch(() => undefined);
  io(Endpoint.page().at("/stock").href, { transports: ["websocket"], reconnection: false }).on("expired", (batch: string) => {
    document.title = `Batch ${batch} expired`;
  });
  const uploader = container.get<ReportUploader>(TOKENS.reports);
  uploader.onprogress = (done) => (document.title = `Uploading ${Math.round(done * 100)} %`);
  await uploader.send(new Blob(["batch;amount\n4711;120\n"], { type: "text/csv" })).catch(() => undefined);
  document.title = "Pharmaledger";
}

void boot();

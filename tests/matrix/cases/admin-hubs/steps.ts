import { HubConnection, HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";
import type { Middleware } from "./pipeline";

export interface HubContext {
  hub: string;
  address: string;
  tenant?: string;
  retryDelays: number[];
  connection?: HubConnection;
}

const ADMIN_API_PORT = "5101";
const withoutPort = (origin: string) => origin.replace(/:\d+$/, "");

export const withAddress: Middleware<HubContext> = (ctx, next) => {
  ctx.address = `${withoutPort(window.location.origin)}:${ADMIN_API_PORT}/hubs/${ctx.hub}`;
  return next();
};

export const withTenant: Middleware<HubContext> = async (ctx, next) => {
  const meta = document.querySelector<HTMLMetaElement>("meta[name=tenant]");
  ctx.tenant = meta?.content ?? "default";
  const url = new URL(ctx.address);
  url.searchParams.set("tenant", ctx.tenant);
  ctx.address = url.href;
  await next();
};

export const withRetry: Middleware<HubContext> = async (ctx, next) => {
  ctx.retryDelays = [0, 2, 10, 30].map((s) => s * 1000);
  await next();
};

export const build: Middleware<HubContext> = (ctx) => {
  ctx.connection = new HubConnectionBuilder()
    .withUrl(ctx.address, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withAutomaticReconnect(ctx.retryDelays)
    .configureLogging(LogLevel.None)
    .build();
};

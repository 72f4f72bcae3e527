import type { Module } from "./container";
import { TOKENS } from "./tokens";

export interface Settings {
  broker: { port: number; endpoint: string; vhost: string };
  orders: { host: string; port: number };
  risk: { maxNotional: number; limit: number };
}

const settings: Settings = {
  broker: { port: 15674, endpoint: "ws", vhost: "/markets" },
  orders: { host: "orders.internal", port: 8443 },
  risk: { maxNotional: 15000, limit: 8000 },
};

export const settingsModule: Module = (bind) => {
  bind(TOKENS.Settings).toConstant(settings);
  bind(TOKENS.Clock).toConstant(() => Date.now());
};

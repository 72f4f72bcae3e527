import { inject } from "vue";
import type { InjectionKey } from "vue";

export interface ConnectionSettings {
  port: number;
  namespace: string;
  fps: number;
  universes: number;
}

export const ConnectionKey: InjectionKey<ConnectionSettings> = Symbol("stagecue.connection");

export function useConnection(): ConnectionSettings {
  const settings = inject(ConnectionKey);
  if (!settings) throw new Error("no connection settings were provided");
  return settings;
}

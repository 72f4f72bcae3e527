import { object, string, coerceNumber, Infer } from "./schema";

export type Brand<T, B extends string> = T & { readonly __brand: B };
export type Port = Brand<number, "Port">;
export type Path = Brand<string, "Path">;

const port = coerceNumber(1, 65535).transform((n) => n as Port);
const path = string().transform((s) => (s.startsWith("/") ? s : `/${s}`) as Path);

const Config = object({
  floor: coerceNumber(0, 80).default(1),
  locale: string().default("en-GB"),
  live: object({
    port: port.default(8787 as Port),
    path: path.default("/desks/live" as Path),
    heartbeat: coerceNumber(1000, 60000).default(8000),
  }),
  api: object({ base: string().default("/api"), timeout: coerceNumber(100, 60000).default(8080) }),
});

export type Config = Infer<typeof Config>;
export const parseConfig = (input: unknown) => Config.parse(input);

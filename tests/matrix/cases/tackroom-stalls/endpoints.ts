import type { Platform } from "./platform";

export interface Endpoints {
  rest: string;
  live: string;
}

const PRODUCTION = "https://api.tackroom-app.example";
const EMULATOR_HOST = "10.0.2.2";

const socketOf = (rest: string) => rest.replace(/^http/, "ws") + "/live";

export function endpoints(kind: Platform): Endpoints {
  switch (kind) {
    case "android": {
      const rest = `http://${EMULATOR_HOST}:8088`;
      return { rest, live: socketOf(rest) };
    }
    case "ios":
      return { rest: PRODUCTION, live: socketOf(PRODUCTION) };
    default:
      return { rest: window.location.origin + "/backend", live: socketOf(window.location.origin + "/backend") };
  }
}

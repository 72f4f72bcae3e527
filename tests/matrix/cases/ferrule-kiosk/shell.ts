export interface Shell {
  name: "browser" | "kiosk";
  version: string;
  hasReader: boolean;
  peripherals: { host: string; port: number; path: string };
}

const KIOSK = /\bFerruleKiosk\/(\d+\.\d+)/;

const NONE = { host: "", port: 0, path: "" };
const TERMINAL = { host: "127.0.0.1", port: 9333, path: "/reader/v1" };

export function detectShell(userAgent: string): Shell {
  const match = KIOSK.exec(userAgent);
  return match
    ? { name: "kiosk", version: match[1], hasReader: true, peripherals: TERMINAL }
    : { name: "browser", version: "0.0", hasReader: false, peripherals: NONE };
}

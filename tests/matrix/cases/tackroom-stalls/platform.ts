export type Platform = "web" | "android" | "ios";

interface Bridge {
  getPlatform(): Platform;
  isNativePlatform(): boolean;
}

export function platform(): Platform {
  const bridge = (window as unknown as { Capacitor?: Bridge }).Capacitor;
  return bridge?.isNativePlatform() ? bridge.getPlatform() : "web";
}

import type { GetState, SetState } from "./create";
import type { DeskState } from "./index";

export type VenueName = "internal" | "cboe" | "eurex";

export interface VenueSlice {
  venues: Record<VenueName, { host: string; port?: number; feed: string }>;
  addressOf(name: VenueName): string;
}

export const venueSlice = (_set: SetState<DeskState>, get: GetState<DeskState>): VenueSlice => ({
  venues: {
    cboe: { host: "md.cboe-bridge.example", port: 9443, feed: "top" },
    eurex: { host: "md.eurex-bridge.example", feed: "eobi" },
    internal: { host: window.location.hostname, port: 15010, feed: "dark" },
  },
  addressOf(name) {
    const { host, port, feed } = get().venues[name];
    return `wss://${host}${port ? `:${port}` : ""}/md/${feed}`;
  },
});

import type { GetState, SetState } from "./create";
import type { DeskState } from "./index";
import type { VenueName } from "./venue-slice";

export interface ConnectionSlice {
  status: "idle" | "connecting" | "live" | "down";
  history: number[];
  connect(name: VenueName): void;
  loadHistory(symbol: string): Promise<void>;
}

export const connectionSlice = (set: SetState<DeskState>, get: GetState<DeskState>): ConnectionSlice => ({
  status: "idle",
  history: [],
  connect(name) {
    if (get().status !== "idle") return;
    set({ status: "connecting" });
    const socket = new WebSocket(get().addressOf(name), "md.bin");
    socket.onopen = () => set({ status: "live" });
    socket.onclose = () => set({ status: "down" });
  },
  async loadHistory(symbol) {
    try {
      const response = await fetch(`/md/history/${symbol}?bars=1440`);
      set({ history: await response.json() });
    } catch {
      set({ history: [] });
    }
  },
});

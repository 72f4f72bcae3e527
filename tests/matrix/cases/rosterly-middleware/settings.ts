import type { Action } from "./store";

export interface SettingsState {
  weekStartsOn: 0 | 1;
  realtime: { port: number; path: string; pingMs: number };
}

const initialState: SettingsState = {
  weekStartsOn: 1,
  realtime: { port: 6080, path: "/roster/live", pingMs: 25000 },
};

export function settings(state = initialState, action: Action): SettingsState {
  if (action.type === "settings/weekStartChanged") return { ...state, weekStartsOn: action.payload };
  return state;
}

export const selectLiveUrl = ({ settings: { realtime } }: { settings: SettingsState }): string => {
  const { protocol, hostname } = document.location;
  return protocol.replace(/^http/, "ws") + "//" + hostname + ":" + realtime.port + realtime.path;
};

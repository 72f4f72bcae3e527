import type { Action } from "./store";

export interface SessionState {
  status: "anonymous" | "active";
  user: string | null;
}

export const SESSION_STARTED = "session/started";
export const sessionStarted = (user: string): Action => ({ type: SESSION_STARTED, payload: { user } });

export function session(state: SessionState = { status: "anonymous", user: null }, action: Action): SessionState {
  switch (action.type) {
    case SESSION_STARTED:
      return { status: "active", user: action.payload.user };
    default:
      return state;
  }
}

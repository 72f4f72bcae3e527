// Shift planner on a Redux-like store: the realtime settings are part of a slice's initial state, and a middleware opens
// the socket with a selector's result when the session starts; the session itself is asked of the page's own origin.
import { applyMiddleware, combineReducers, createStore } from "./store";
import { realtime } from "./realtime";
import { session, sessionStarted } from "./session";
import { settings } from "./settings";

const store = createStore(combineReducers({ session, settings }), applyMiddleware(realtime));

store.subscribe(() => document.body.setAttribute("data-session", store.getState().session.status));

fetch("/api/session", { credentials: "include" })
  .then((response) => response.json())
  .catch(() => ({ user: "guest" }))
  .then(({ user }) => store.dispatch(sessionStarted(user)));

// Kanban tool with a redux-like store: the Phoenix endpoint's port lies in the initial state of a slice, a selector makes
// the address of it, a middleware opens the socket when it sees an action.
import { createStore, applyMiddleware, combine } from "./store/store.js";
import { connection, connect } from "./store/connection.js";
import { boards } from "./store/boards.js";
import { phoenix } from "./store/phoenix.js";

const logger = () => (next) => (action) => {
  if (window.__kanbanDebug) console.debug(action.type);
  return next(action);
};

const store = createStore(combine({ connection, boards }), applyMiddleware(logger, phoenix));

store.subscribe(() => {
  const { boards: all, connection: { status } } = store.getState();
  document.title = `${Object.keys(all).length} boards (${status})`;
});

store.dispatch(connect("board:roadmap"));

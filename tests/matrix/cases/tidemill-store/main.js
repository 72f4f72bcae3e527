// Tide mill: a Redux-like store; memoised selectors compose the event source's URL out of two slices, one of which a reducer
// filled on "site/selected". The health poll takes its URL from another selector (own origin).
import { createStore } from "./store.js";
import { reducer, selectFeedUrl, selectHealthUrl, siteSelected } from "./mill.js";

const store = createStore(reducer);
let source = null;
let current = "";

store.subscribe(() => {
  const url = selectFeedUrl(store.getState());
  if (!url || url === current) return;
  current = url;
  source?.close();
  source = new EventSource(url, { withCredentials: true });
  source.addEventListener("level", ({ data }) => store.dispatch({ type: "level", metres: Number(data) }));
});

store.dispatch(siteSelected("north"));
setTimeout(() => fetch(selectHealthUrl(store.getState())).catch(() => undefined), 1200);

// A Redux-like store with thunks that get their services as an extra argument; the recommendation service's base is a URL
// object assigned a port, requests are Request objects made against it.
import { useEffect, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { applyThunk, createStore } from "./store.js";
import { createServices } from "./services.js";

const initial = { cart: [], products: [], suggestions: [], pending: 0 };

function reducer(state, action) {
  switch (action.type) {
    case "pending":
      return { ...state, pending: state.pending + 1 };
    case "settled":
      return { ...state, pending: state.pending - 1, ...action.patch };
    case "cart/added":
      return { ...state, cart: [...state.cart, action.sku] };
    default:
      return state;
  }
}

const load = (slice, call) => async (dispatch, getState, services) => {
  dispatch({ type: "pending" });
  try {
    dispatch({ type: "settled", patch: { [slice]: await call(services, getState()) } });
  } catch {
    dispatch({ type: "settled", patch: {} });
  }
};

const loadProducts = () => load("products", ({ catalogue }) => catalogue.get("products", { hall: "2" }));
const loadSuggestions = () => load("suggestions", ({ recommender }, { cart }) => recommender.get("similar", { to: cart.join(",") }));

const store = createStore(reducer, initial, applyThunk(createServices(window.location)));

function Shop() {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    store.dispatch({ type: "cart/added", sku: "poster-9400" });
    store.dispatch(loadProducts());
    store.dispatch(loadSuggestions());
  }, []);
  return (
    <main aria-busy={state.pending > 0}>
      <h1>{state.products.length} products</h1>
      <aside>{state.suggestions.map((s) => <p key={s.sku}>{s.title}</p>)}</aside>
      <footer>{state.cart.length} in the cart</footer>
    </main>
  );
}

createRoot(document.getElementById("root") ?? document.body).render(<Shop />);

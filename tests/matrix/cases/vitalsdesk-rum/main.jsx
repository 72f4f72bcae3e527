// Real user monitoring in a React portal: the reporter's transport is chosen by a strategy table; the beacon goes in
// clear text to the collector's port beside the page, the fetch fallback to the page itself.
import { createContext, useContext, useEffect, useReducer } from "react";
import { createRoot } from "react-dom/client";
import axios from "axios";
import { Reporter } from "./reporter.js";

const ReporterContext = createContext(null);
const api = axios.create({ baseURL: new URL("/portal/api/", window.location.href).href });

function reducer(state, action) {
  switch (action.type) {
    case "loaded":
      return { ...state, loading: false, invoices: action.invoices };
    case "failed":
      return { ...state, loading: false, error: action.message };
    default:
      return state;
  }
}

function useMeasured(name) {
  const reporter = useContext(ReporterContext);
  useEffect(() => {
    reporter.mark(name);
    const timer = setTimeout(() => reporter.flush(), 1500);
    return () => clearTimeout(timer);
  }, [name, reporter]);
}

function Invoices() {
  const [state, dispatch] = useReducer(reducer, { loading: true, invoices: [], error: null });
  useMeasured("invoices");
  useEffect(() => {
    api.get("invoices", { params: { open: true } }).then(
      ({ data }) => dispatch({ type: "loaded", invoices: data }),
      (error) => dispatch({ type: "failed", message: error.message }),
    );
  }, []);
  if (state.loading) return <p>…</p>;
  return state.error ? <p role="alert">{state.error}</p> : <ul>{state.invoices.map((i) => <li key={i.id}>{i.total}</li>)}</ul>;
}

const reporter = new Reporter({ app: "portal", sampleRate: 1, maxBatch: 50 });
createRoot(document.getElementById("root") ?? document.body).render(
  <ReporterContext.Provider value={reporter}><Invoices /></ReporterContext.Provider>,
);

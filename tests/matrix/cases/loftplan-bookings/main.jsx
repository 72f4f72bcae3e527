// Desk booking in React: an own query cache over fetch clients, made from resource definitions merged with defaults;
// the availability resource alone names a gateway port of its own. Lazily loaded floor plan.
import { lazy, StrictMode, Suspense, useState } from "react";
import { createRoot } from "react-dom/client";
import { QueryCache } from "./api/cache.js";
import { CacheContext, useQuery } from "./api/hooks.jsx";

const FloorPlan = lazy(() => import("./views/FloorPlan.jsx"));
const cache = new QueryCache({ staleTime: 30000, gcTime: 300000 });

function Sidebar({ floor, onPick }) {
  const floors = useQuery(["buildings", "list", { site: "ams-03" }]);
  const rows = floors.data ?? [{ id: 1, label: "Ground" }, { id: 2, label: "Mezzanine" }];
  return (
    <nav>
      {floors.status === "error" && <p role="alert">Showing the last known floors.</p>}
      {rows.map((row) => (
        <button key={row.id} aria-pressed={row.id === floor} onClick={() => onPick(row.id)}>{row.label}</button>
      ))}
    </nav>
  );
}

function App() {
  const [floor, setFloor] = useState(1);
  return (
    <CacheContext.Provider value={cache}>
      <Sidebar floor={floor} onPick={setFloor} />
      <Suspense fallback={<p>Loading plan…</p>}>
        <FloorPlan floor={floor} />
      </Suspense>
    </CacheContext.Provider>
  );
}

createRoot(document.getElementById("root") ?? document.body).render(<StrictMode><App /></StrictMode>);

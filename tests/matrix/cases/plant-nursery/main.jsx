// A plant nursery's climate page: import.meta.env with ?? and ||, a React context that carries the client; of two ports
// one is a variable of the build (kept as a text), the other the fallback of a variable that is empty.
// env: VITE_CLIMATE_PORT=8900
// env: VITE_VALVE_PORT=
import { createRoot } from "react-dom/client";
import { ClientProvider } from "./client-context.jsx";
import { Climate } from "./climate.jsx";
import { createClient } from "./client.js";

const client = createClient({
  climate: import.meta.env.VITE_CLIMATE_PORT ?? "8901",
  valves: import.meta.env.VITE_VALVE_PORT || "8902",
  diary: null,
});

createRoot(document.getElementById("root")).render(
  <ClientProvider value={client}>
    <Climate topics={["climate", "valves", "diary"]} />
  </ClientProvider>,
);

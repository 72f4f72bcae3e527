// A useEventSource hook with default options: the base URL falls back to localhost:8787.
import { createRoot } from "react-dom/client";
import { LogPane } from "./LogPane.tsx";

const container = document.createElement("div");
(document.body ?? document.documentElement).appendChild(container);

createRoot(container).render(<LogPane service="checkout" level="warn" />);

import { FrappeProvider } from "frappe-react-sdk";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { SocketState } from "./SocketState";

/** Frappe 14 has no namespaces; from 15 on the namespace is the site's name. */
function siteName(): string | undefined {
  const boot = window.frappe?.boot;
  if (boot?.versions?.frappe?.startsWith("14")) return import.meta.env.VITE_SITE_NAME;
  return boot?.sitename ?? import.meta.env.VITE_SITE_NAME;
}

function App() {
  return (
    <FrappeProvider
      url={import.meta.env.VITE_FRAPPE_PATH ?? ""}
      socketPort={import.meta.env.VITE_SOCKET_PORT ? import.meta.env.VITE_SOCKET_PORT : undefined}
      siteName={siteName()}
    >
      <SocketState />
    </FrappeProvider>
  );
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

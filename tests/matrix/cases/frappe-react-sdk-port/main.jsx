// The published frappe-react-sdk with a port given as a component prop, as apps do with a build-time variable.
// page: window.site_name = "site.example"
import { createRoot } from "react-dom/client";
import { FrappeProvider } from "frappe-react-sdk";

function App() {
  return (
    <FrappeProvider siteName={window.site_name} socketPort="9001">
      <h1>Hello</h1>
    </FrappeProvider>
  );
}

createRoot(document.getElementById("root")).render(<App />);

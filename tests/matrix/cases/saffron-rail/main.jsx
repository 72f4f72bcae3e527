// Kitchen rail in React: a provider destructures its settings with defaults (host, port, path) and hands them to a
// Socket.IO Manager; two namespaces share it. The allergen board asks the page's own origin.
import { createRoot } from "react-dom/client";
import { RailProvider } from "./RailProvider.jsx";
import { TicketRail } from "./TicketRail.jsx";
import { AllergenBoard } from "./AllergenBoard.jsx";

const settings = { station: "grill", maxTickets: 24, refreshSeconds: 90, transports: ["websocket"] };

function App() {
  return (
    <RailProvider settings={settings}>
      <TicketRail columns={4} />
      <AllergenBoard locale="en-GB" />
    </RailProvider>
  );
}

createRoot(document.getElementById("root")).render(<App />);

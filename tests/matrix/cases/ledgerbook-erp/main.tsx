// A Frappe app's React front end: provider with the site's name as namespace, boot values put by the server template
// (window.frappe.boot), and the bench's 9000 when the boot has no socketio_port; tokens and calls stay on the page.
// page: window.frappe = { boot: { sitename: "books.example", socketio_port: 7777 } }
// page: window.frappe = { boot: { sitename: "books.example" } }
import { createRoot } from "react-dom/client";
import { FrappeRealtimeProvider } from "./app/realtime";
import { PostingBadge } from "./app/posting-badge";

const App = () => (
  <FrappeRealtimeProvider enabled>
    <PostingBadge doctype="Journal Entry" />
  </FrappeRealtimeProvider>
);

createRoot(document.getElementById("root")!).render(<App />);

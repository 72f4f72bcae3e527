// keep: a ferry line's sailings in React: a hook subscribes through the page's origin; the desktop build (Electron by user agent) uses
// the public API on its own port; the server-side rendering branch with internal addresses never runs in a browser.
// page:
// page: Object.defineProperty(navigator, "userAgent", { get: () => "Mozilla/5.0 (Macintosh) Chrome/122.0 Electron/29.0.1" });
import { createRoot } from "react-dom/client";
import { Sailings } from "./Sailings";

createRoot(document.getElementById("root")!).render(<Sailings route="north" />);

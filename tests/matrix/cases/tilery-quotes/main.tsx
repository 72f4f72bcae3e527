// Quote desk of a tile merchant: React, an axios instance whose baseURL comes from a config module with an env fallback
// on the page's host, a second instance made from the first one's defaults, and a socket.io client on the page's origin.
// env: REACT_APP_CURRENCY=EUR
import { createRoot } from "react-dom/client";
import { QuoteDesk } from "./QuoteDesk";

const root = document.getElementById("root") ?? document.body.appendChild(document.createElement("div"));
createRoot(root).render(<QuoteDesk branch={2041} />);

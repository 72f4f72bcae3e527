// Stock taking in React with SWR: keys carry a service prefix ("stock:/shelves"), the fetcher looks the prefix's base up; one
// service has a port of its own on the page's host.
import { createRoot } from "react-dom/client";
import { SWRConfig } from "swr";
import { fetcher } from "./fetcher.js";
import { Shelves } from "./Shelves.jsx";

const options = { fetcher, refreshInterval: 0, shouldRetryOnError: false, dedupingInterval: 3150 };

createRoot(document.getElementById("root")).render(
  <SWRConfig value={options}>
    <Shelves room="cold-2" />
  </SWRConfig>,
);

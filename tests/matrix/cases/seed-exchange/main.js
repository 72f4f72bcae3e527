// A seed exchange: an axios interceptor puts the address before a path at the last moment, graphql-ws gets its from a
// pipeline of small steps that are reduced over the page's URL.
import axios from "axios";
import { createClient } from "graphql-ws";
import { pipeline, scheme, port, path } from "./steps.js";

const root = document.getElementById("root");

const toSubscriptions = pipeline(scheme("ws"), path("/graphql"));
const toSearch = pipeline(scheme("http"), port(7700), path("/indexes/seeds"));

const client = createClient({ url: toSubscriptions(window.location), retryAttempts: 0 });
client.subscribe(
  { query: "subscription { offers { seed grams } }" },
  {
    next: ({ data }) => {
      root.textContent = `${data.offers.seed}: ${data.offers.grams} g`;
    },
    error: () => {
      root.dataset.offers = "none";
    },
    complete: () => {},
  },
);

const search = axios.create({ timeout: 7700 });
search.interceptors.request.use((config) => {
  if (config.url.startsWith("/search")) config.baseURL = toSearch(window.location);
  return config;
});

Promise.allSettled([search.get("/search", { params: { q: "tomato" } }), search.get("/seeds/recent")]).then(([found]) => {
  root.title = found.status === "fulfilled" ? `${found.value.data.hits.length} found` : "no search";
});

import { combine, createSelector } from "./store.js";

const SITES = [
  { id: "south", gauge: null, turbines: 2 },
  { id: "north", gauge: 8320, turbines: 3 },
];

export const siteSelected = (id) => ({ type: "site/selected", id });

const site = (state = { id: null, gauge: null }, action) => {
  if (action.type !== "site/selected") return state;
  const found = SITES.find(({ id }) => id === action.id);
  return found ? { id: found.id, gauge: found.gauge } : state;
};

const level = (state = 0, action) => (action.type === "level" ? action.metres : state);

const origin = (state = { protocol: location.protocol, name: location.hostname, own: location.origin }) => state;

export const reducer = combine({ site, level, origin });

const selectSite = (state) => state.site;
const selectOrigin = (state) => state.origin;

export const selectFeedUrl = createSelector([selectSite, selectOrigin], ({ id, gauge }, { protocol, name }) =>
  gauge ? `${protocol}//${name}:${gauge}/gauges/${id}/levels` : null,
);

export const selectHealthUrl = createSelector([selectSite, selectOrigin], ({ id }, { own }) => `${own}/health/${id}`);

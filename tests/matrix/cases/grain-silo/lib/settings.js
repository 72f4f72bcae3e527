import { writable } from "./store.js";

const FACTORY = { controller: "http://192.168.4.1", unit: "C", interval: 8000 };

function load() {
  const saved = localStorage.getItem("silo-settings");
  return saved ? Object.assign({}, FACTORY, JSON.parse(saved)) : FACTORY;
}

export const settings = writable(load());

settings.subscribe((value) => {
  if (value !== FACTORY) localStorage.setItem("silo-settings", JSON.stringify(value));
});

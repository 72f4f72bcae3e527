import app from "./app.js";
import broadcasting from "./broadcasting.js";
import database from "./database.js";

const items = { app, broadcasting, database };

export default {
  get(key, fallback = null) {
    let node = items;
    for (const part of key.split(".")) {
      if (node === null || typeof node !== "object" || !(part in node)) return fallback;
      node = node[part];
    }
    return node;
  },
  set(key, value) {
    const parts = key.split(".");
    const last = parts.pop();
    parts.reduce((node, part) => (node[part] ??= {}), items)[last] = value;
  },
};

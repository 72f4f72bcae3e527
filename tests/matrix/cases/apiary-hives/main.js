// Bee hives: an axios instance with a baseURL of its own and another of the page, jQuery's ajax for the old export.
import { hives, account } from "./clients.js";
import { exportLegacy } from "./legacy-export.js";

const root = document.getElementById("root");

async function loadHives() {
  const { data } = await hives.get("/hives", { params: { apiary: "north", weight: 8200 } });
  return data;
}

async function loadKeeper() {
  const { data } = await account.get("me");
  return data.name;
}

function show([list, keeper]) {
  const rows = list.status === "fulfilled" ? list.value : [];
  root.textContent = rows.map(({ name, weight }) => `${name}: ${(weight / 1000).toFixed(1)} kg`).join("\n");
  root.title = keeper.status === "fulfilled" ? keeper.value : "guest";
}

Promise.allSettled([loadHives(), loadKeeper()]).then(show).then(exportLegacy);

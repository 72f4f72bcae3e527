// Brickyard, in TypeScript: a table of stages holds local hosts and ports, the build's stage picks "production", whose
// entry follows the page. The others stay in the bundle (they are also shown on the about page).
// env: VITE_STAGE=production
// keep: the chosen stage uses the page's own origin; local, preview and lab are never chosen
import { stages, type Stage, type StageName } from "./stages";
import { KilnClient } from "./kiln-client";

const chosen: Stage = stages[import.meta.env.VITE_STAGE as StageName];
const client = new KilnClient(chosen);

client.follow("kiln-1", (celsius) => {
  document.title = `${celsius} °C`;
});
client.post("/log", { stage: import.meta.env.VITE_STAGE, bricks: 9000 });

function about(): HTMLElement {
  const list = document.createElement("dl");
  for (const [name, stage] of Object.entries(stages)) {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    term.textContent = name;
    text.textContent = stage.note;
    list.append(term, text);
  }
  return list;
}

document.body.append(about());

// Fermenting tanks of a brewery: a generator yields candidate addresses for a labelled retry loop; the page's own comes
// first, then an old gateway's port and the bench at 127.0.0.1.
import { candidates } from "./candidates.js";
import { tryOpen } from "./try-open.js";

const TANKS = ["lager-1", "stout-2"];
const ROUNDS = 2;

async function connect(tank) {
  rounds: for (let round = 0; round < ROUNDS; round += 1) {
    for (const candidate of candidates(tank)) {
      if (round > 0 && candidate.slow) continue rounds;
      const socket = await tryOpen(candidate.url, 400 * (round + 1));
      if (socket) return socket;
    }
  }
  return null;
}

async function main() {
  const root = document.getElementById("root");
  for (const tank of TANKS) {
    const row = document.createElement("p");
    root.append(row);
    const socket = await connect(tank);
    if (!socket) {
      row.textContent = `${tank}: unreachable`;
      continue;
    }
    socket.onmessage = ({ data }) => {
      row.textContent = `${tank}: ${data} °Plato`;
    };
  }
}

main();

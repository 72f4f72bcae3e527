// Sprinklers of a golf course: ports are made by arithmetic from one base number for each zone; the last zone's index
// leads to no port at all. Array destructuring carries them to the connecting call.
import { zones } from "./zones.js";
import { open } from "./open.js";

const root = document.getElementById("root");

for (const [name, authority] of zones()) {
  const node = document.createElement("p");
  root.append(node);
  open(authority, `/sprinklers/${name}`, (litres) => {
    node.textContent = `${name}: ${litres} l/min`;
  });
}

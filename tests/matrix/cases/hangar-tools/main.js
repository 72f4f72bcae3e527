// Tools of a hangar: an async generator hands out sockets one after another, engine.io-client is constructed by options
// and by an address; the first is the page's, the second has the cabinet's port.
import { Socket } from "engine.io-client";
import { connections } from "./connections.js";

const root = document.getElementById("root");

async function main() {
  let number = 0;
  for await (const { name, socket } of connections((...args) => new Socket(...args))) {
    number += 1;
    socket.on("message", (text) => {
      root.textContent = `${name}: ${text}`;
    });
    socket.on("close", () => {
      root.dataset[name] = "closed";
    });
    root.title = `${number} connections`;
  }
}

main();

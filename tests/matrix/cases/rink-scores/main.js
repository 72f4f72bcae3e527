// keep: localhost and ports are those of other stages; the build is one for production.
// Scores of an ice rink: a lookup table and a switch by a build variable; the stage of this build is the page's own.
// env: APP_STAGE=production
import { stage } from "./stage.js";
import { Scoreboard } from "./scoreboard.js";

const board = new Scoreboard(document.getElementById("root"));

const socket = new WebSocket(stage.socket("/scores"));
socket.onmessage = ({ data }) => board.score(JSON.parse(data));

fetch(stage.api("/games/today"))
  .then((answer) => answer.json())
  .then((games) => games.forEach((game) => board.score(game)))
  .catch(() => board.empty());

// An arcade's ladder on Phoenix channels: the endpoints are a default export that a barrel passes on, the sockets come by
// a dynamic import; the cabinet's endpoint has Phoenix's development port.
import { Ladder } from "./ladder.js";

const ladder = new Ladder(document.getElementById("root"));

import("./channels.js")
  .then(({ default: join, spectate }) => {
    join("ladder:weekly", (entry) => ladder.place(entry));
    spectate("cabinet:12", (frame) => ladder.frame(frame));
  })
  .catch((error) => ladder.fail(error));

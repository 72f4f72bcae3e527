// keep: the class that gets the address with a port only simulates; the real socket is the page's own.
// A training simulator of a tunnel's control room: a constructor is passed as a value, and it is no WebSocket.
import { Simulated } from "./simulated.js";
import { Session } from "./session.js";

const root = document.getElementById("root");
const host = window.location.hostname;
const secure = window.location.protocol === "https:" ? "s" : "";

const trainer = new Session(Simulated, `ws${secure}://${host}:9000/tunnel`);
trainer.start(({ sensor, value }) => {
  root.textContent = `${sensor}: ${value}`;
});

const scores = new Session(WebSocket, `ws${secure}://${window.location.host}/trainees/scores`);
scores.start(({ name, points }) => {
  root.title = `${name}: ${points}`;
});

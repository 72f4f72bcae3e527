// A waiting room of a clinic: a guard on location.port chooses between the page's host and its host with the port of
// the gateway; the chart upload beside it has a guard that never adds one.
import { gateway, uploads } from "./hosts.js";
import { WaitingRoom } from "./waiting-room.js";

const room = new WaitingRoom(document.getElementById("root"), {
  url: gateway("/waiting"),
  capacity: 12,
});
room.enter({ patient: "p-4711", reason: "follow-up" });

const request = new XMLHttpRequest();
request.open("PUT", uploads("/charts/p-4711"), true);
request.setRequestHeader("content-type", "application/json");
request.send(JSON.stringify({ pulse: 72 }));

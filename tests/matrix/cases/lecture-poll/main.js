// Polls in a lecture: pusher-js with a self-hosted server; one call carries the address to change (wsHost, wsPort) and an
// authorization endpoint that stays with the run-time configuration.
// page: window.LECTURE = { auth: "https://api.runtime.example:7777/broadcasting/auth", room: "private-hall-2" };
import Pusher from "pusher-js";
import { pusherOptions } from "./pusher-options.js";
import { Chart } from "./chart.js";

const { auth, room } = window.LECTURE;
const chart = new Chart(document.getElementById("root"), ["A", "B", "C", "D"]);

const pusher = new Pusher("lecture-key", pusherOptions(auth));
const channel = pusher.subscribe(room);
channel.bind("vote", ({ option }) => chart.add(option));
channel.bind("reset", () => chart.reset());

fetch(auth, { method: "POST", body: new URLSearchParams({ channel_name: room }) }).catch(() => {
  chart.reset();
});

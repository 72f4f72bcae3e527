// keep: Socket.IO and axios with options named port and host that belong to other things.
// Alerts of night buses: Socket.IO on the page's origin whose query and auth carry ports, axios with a relative base.
import { io } from "socket.io-client";
import axios from "axios";
import { vehicles } from "./vehicles.js";

const root = document.getElementById("root");
const api = axios.create({ baseURL: "/night/", timeout: 9000, headers: { "X-Forwarded-Port": "9000" } });

const socket = io(window.location.origin, {
  path: "/alerts",
  transports: ["websocket"],
  query: { port: "9000" },
  auth: { host: "localhost:9000" },
  reconnection: false,
});

socket.on("alert", ({ line, text }) => {
  const row = document.createElement("p");
  row.textContent = `${line}: ${text}`;
  root.prepend(row);
});

async function refresh() {
  try {
    const { data } = await api.get("lines", { params: { fleet: vehicles.map(({ id }) => id).join() } });
    root.dataset.lines = String(data.length);
  } catch {
    root.dataset.lines = "0";
  }
}

refresh();

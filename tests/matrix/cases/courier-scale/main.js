// A parcel scale's service page: a list of hosts with IPv6 and 0.0.0.0 among them, brackets added where needed; a public
// IPv6 address with a port is right.
import { DEVICES } from "./devices.js";
import { socketUrl } from "./socket-url.js";

const root = document.getElementById("root");

DEVICES.filter(({ enabled }) => enabled)
  .map((device) => ({ ...device, url: socketUrl(device) }))
  .forEach(({ label, url }) => {
    const row = document.createElement("p");
    row.textContent = label;
    root.append(row);
    const socket = new WebSocket(url);
    socket.onmessage = ({ data }) => {
      row.textContent = `${label}: ${parseInt(data, 10) / 1000} kg`;
    };
  });

const status = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/scale/status`);
status.onmessage = ({ data }) => {
  root.dataset.status = data;
};

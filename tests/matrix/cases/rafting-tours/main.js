// Rafting tours: fetchEventSource and Sockette beside a Request object, addresses by string methods (lastIndexOf, slice,
// padEnd) from the page's href; Sockette's has a port.
import { fetchEventSource } from "@microsoft/fetch-event-source";
import Sockette from "sockette";
import { site, withPort } from "./site.js";

const root = document.getElementById("root");
const boats = [];

function launch({ boat, guests }) {
  boats.push(`${boat} with ${guests}`);
  root.textContent = boats.join("\n");
}

new Sockette(withPort(site(), "83".padEnd(4, "0")).replace("http", "ws") + "/boats", {
  timeout: 8300,
  maxAttempts: 2,
  onmessage: ({ data }) => launch(JSON.parse(data)),
});

fetchEventSource(`${site()}/tours/stream`, {
  openWhenHidden: true,
  onmessage: ({ data }) => {
    root.dataset.tour = data;
  },
  onerror: (error) => {
    throw error;
  },
}).catch(() => {
  root.dataset.tour = "none";
});

const request = new Request(`${site()}/tours?year=2024&level=8300`, { method: "GET", credentials: "include" });
fetch(request).catch(() => {
  root.dataset.tours = "none";
});

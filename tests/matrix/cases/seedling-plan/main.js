// A garden planner: axios with an interceptor that sets the base of each request; while the Vite server's port serves the page,
// requests go to the Django server of the same host. Released pages are served by Django itself.
// at: http://site.example:5173/beds?year=2024
import { api } from "./api.js";
import { sync } from "./sync.js";

const root = document.getElementById("root");
const year = new URLSearchParams(window.location.search).get("year") || "2023";

api.get("/beds/", { params: { year } }).then(
  ({ data }) => {
    root.textContent = data.map((bed) => bed.name).join(", ");
  },
  () => {
    root.textContent = "No beds";
  },
);
sync(year);

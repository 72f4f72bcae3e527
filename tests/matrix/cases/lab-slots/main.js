// University lab booking with a hash router whose routes have loaders: one axios instance, a request interceptor that
// reads a `service` field of the request and sets the base URL of that service (the calendar's has a port).
import { Router } from "./router.js";
import { http } from "./http.js";

const view = document.getElementById("root") ?? document.body;

const router = new Router({ fallback: "/week" })
  .on("/week", {
    load: () =>
      Promise.allSettled([
        http.get("/slots", { service: "calendar", params: { from: "2024-W18", limit: 5050 } }),
        http.get("/me", { service: "identity" }),
      ]),
    render: ([slots, me]) => `${slots.value?.data.length ?? 0} slots for ${me.value?.data.name ?? "guest"}`,
  })
  .on("/equipment/:id", {
    load: ({ id }) => http.get(`/equipment/${id}`, { service: "inventory" }),
    render: ({ data }) => data.name,
  });

router.start((html) => {
  view.textContent = html;
});
router.prefetch("/equipment/centrifuge-3000");

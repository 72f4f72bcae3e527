// A Frappe site's portal page: window.boot with the site's name; the URL of Socket.IO gets a colon and the bench's port
// only when the page itself has a port (the known desk snippet), so pages with a port of their own go to 9000.
// page: window.boot = { sitename: "press.example", csrf_token: "abc" }
import { PressSocket } from "./socket.js";
import { call } from "./call.js";

const press = new PressSocket(window.boot || {});

press.onDoc("Press Job", "JOB-2026-0090", (doc) => {
  document.body.setAttribute("data-status", doc.status);
});

call("press.api.jobs.latest", { limit: 9000 }).then(
  (jobs) => document.body.setAttribute("data-jobs", String(jobs.length)),
  () => document.body.setAttribute("data-jobs", "?"),
);

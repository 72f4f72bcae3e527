// Course bookings of a dance studio: settings behind a Proxy that knows defaults and computes the address on access; a
// second Proxy with overrides has the port taken away again.
import { withDefaults } from "./settings.js";
import { CourseList } from "./courses.js";

const list = new CourseList(document.getElementById("root"));

const live = withDefaults({ path: "/floor" });
const floor = new WebSocket(live.url);
floor.addEventListener("message", ({ data }) => list.occupancy(JSON.parse(data)));

const office = withDefaults({ path: "/office", port: "" });
const desk = new WebSocket(office.url, "desk.v1");
desk.addEventListener("message", ({ data }) => list.message(data));

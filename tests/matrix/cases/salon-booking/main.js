// Appointments of a hair salon: a Socket.IO Manager that is given options alone, its port taken from a frozen table;
// a second manager without a port is right.
import { Manager } from "socket.io-client";
import { managerOptions } from "./transport.js";
import { Diary } from "./diary.js";

const diary = new Diary(document.getElementById("root"));

const chairs = new Manager(managerOptions("chairs"));
const appointments = chairs.socket("/appointments", { auth: { desk: "front" } });
appointments.on("booked", (entry) => diary.book(entry));
appointments.on("cancelled", ({ id }) => diary.cancel(id));

const till = new Manager(managerOptions("till"));
till.socket("/till").on("paid", ({ id }) => diary.paid(id));

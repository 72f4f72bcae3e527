// Rails bookings in Stimulus-like controllers of a small in-house kit: a controller's static values have a type and a
// default, the dataset may override them; ActionCable's consumer is made from the value's default, which has a port.
import { Application } from "./kit.js";
import { CalendarController } from "./calendar_controller.js";
import { ReceiptController } from "./receipt_controller.js";

document.body.insertAdjacentHTML(
  "beforeend",
  `<section data-controller="calendar" data-calendar-room-value="4"></section>
   <aside data-controller="receipt" data-receipt-printer-value="EPSON-9100"></aside>`,
);

Application.start()
  .register("calendar", CalendarController)
  .register("receipt", ReceiptController);

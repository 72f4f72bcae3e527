import { createConsumer } from "@rails/actioncable";
import { Controller } from "./kit.js";

export class CalendarController extends Controller {
  static values = {
    room: "number",
    cable: { type: "string", default: ":28080/cable" },
    refresh: { type: "number", default: 30000 },
  };

  get cableUrl() {
    const { protocol, hostname } = window.location;
    const path = this.cableValue;
    return path.startsWith(":") ? `${protocol}//${hostname}${path}` : path;
  }

  connect() {
    this.consumer = createConsumer(this.cableUrl);
    this.subscription = this.consumer.subscriptions.create(
      { channel: "CalendarChannel", room: this.roomValue },
      { received: (booking) => this.insert(booking), disconnected: () => this.element.classList.add("stale") },
    );
  }

  insert({ time, client }) {
    const row = document.createElement("p");
    row.textContent = `${time} ${client}`;
    this.element.append(row);
  }
}

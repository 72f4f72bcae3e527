import { createConsumer } from "@rails/actioncable";
import { Controller } from "./kit.js";

export class ReceiptController extends Controller {
  static values = {
    printer: "string",
    cable: { type: "string", default: "/receipts/cable" },
  };

  connect() {
    this.consumer = createConsumer(this.cableValue);
    this.consumer.subscriptions.create("ReceiptsChannel", {
      received: ({ lines }) => {
        this.element.textContent = `${this.printerValue}: ${lines.join(" / ")}`;
      },
    });
  }
}

import { Controller } from "./application.js"
import consumer from "../channels/consumer.js"

export default class extends Controller {
  connect() {
    const office = this.value("intake", "Office")
    this.subscription = consumer.subscriptions.create(
      { channel: "IntakeChannel", office_id: Number(office) },
      {
        connected: () => this.element.classList.add("live"),
        disconnected: () => this.element.classList.remove("live"),
        received: (data) => this.insert(data.html),
      },
    )
  }

  insert(html) {
    this.element.insertAdjacentHTML("afterbegin", html)
  }
}

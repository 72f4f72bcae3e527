// Rails ActionCable: a legacy consumer with its own cable port beside the default same-origin consumer.
import { legacyConsumer, consumer } from "./channels/consumer.js"
import inboxChannel from "./channels/inbox_channel.js"

const list = document.createElement("ul")
list.className = "inbox"
document.body?.appendChild(list)

function append(message) {
  const item = document.createElement("li")
  item.innerText = message.subject
  list.appendChild(item)
}

inboxChannel(legacyConsumer, { queue: "tier-1", onMessage: append })

consumer.subscriptions.create({ channel: "PresenceChannel", page: "inbox" }, {
  connected() {
    this.perform("appear")
  },
  received(data) {
    document.title = `Inbox (${data.online})`
  },
})

export default function inboxChannel(consumer, { queue, onMessage }) {
  let missed = 0

  return consumer.subscriptions.create(
    { channel: "InboxChannel", queue },
    {
      connected() {
        if (missed > 0) this.perform("replay", { missed })
        missed = 0
      },

      disconnected() {
        missed += 1
      },

      received(data) {
        if (data.type === "message") onMessage(data.message)
      },

      reply(id, body) {
        this.perform("reply", { id, body })
      },
    },
  )
}

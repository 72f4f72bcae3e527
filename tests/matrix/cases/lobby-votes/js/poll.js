export class Poll {
  constructor(socket, name) {
    this.channel = socket.channel(`poll:${name}`, {})
    this.tally = {}
  }

  join() {
    this.channel.on("tally", (tally) => {
      this.tally = tally
    })
    this.channel
      .join()
      .receive("ok", ({ tally }) => (this.tally = tally))
      .receive("error", () => {})
      .receive("timeout", () => {})
  }

  vote(option) {
    return this.channel.push("vote", { option }, 9000)
  }
}

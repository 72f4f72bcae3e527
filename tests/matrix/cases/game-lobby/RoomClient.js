import ReconnectingWebSocket from 'reconnecting-websocket'

export class RoomClient {
  constructor({ server, reconnect, tickRate }) {
    this.server = server
    this.reconnect = reconnect
    this.interval = 1000 / tickRate
    this.handlers = {}
    this.ws = null
  }

  on(event, handler) {
    ;(this.handlers[event] ??= []).push(handler)
    return this
  }

  emit(event, payload) {
    for (const handler of this.handlers[event] ?? []) handler(payload)
  }

  async ticket() {
    return localStorage.getItem('lobby:ticket') ?? 'anonymous'
  }

  async roomUrl(room) {
    const { secure, address, tcp } = this.server
    const ticket = await this.ticket()
    return `${secure ? 'wss' : 'ws'}://${address}:${tcp}/rooms/${room}?ticket=${ticket}`
  }

  join(room, player) {
    this.ws = new ReconnectingWebSocket(() => this.roomUrl(room), ['lobby.v2'], this.reconnect)
    this.ws.onopen = () => this.send('join', player)
    this.ws.onmessage = ({ data }) => {
      const [type, payload] = JSON.parse(data)
      this.emit(type, payload)
    }
    return this.ws
  }

  send(type, payload) {
    this.ws.send(JSON.stringify([type, payload]))
  }
}

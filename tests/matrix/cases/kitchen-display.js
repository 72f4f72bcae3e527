// Phoenix channels from a Phoenix backend that listens on port 4000, with presence and a join per station.
import { Socket, Presence } from "phoenix"

const STATIONS = ["grill", "fryer", "salads"]

function socketEndpoint() {
  let scheme = "ws"
  if (window.location.protocol === "https:") {
    scheme = "wss"
  }
  return scheme + "://" + window.location.hostname + ":" + 4000 + "/socket"
}

function readToken() {
  try {
    return sessionStorage.getItem("kds_token") || "guest"
  } catch (e) {
    return "guest"
  }
}

const socket = new Socket(socketEndpoint(), {
  params: { token: readToken(), vsn_client: "3" },
  heartbeatIntervalMs: 25000,
  reconnectAfterMs: (tries) => [500, 1000, 3000, 8000][tries - 1] || 8000,
})

socket.onError(() => document.documentElement.classList.add("kds-offline"))
socket.onOpen(() => document.documentElement.classList.remove("kds-offline"))
socket.connect()

const tickets = new Map()

function joinStation(name) {
  const channel = socket.channel(`station:${name}`, { screen: 1 })
  const presence = new Presence(channel)

  presence.onSync(() => {
    console.debug(name, presence.list().length, "cooks")
  })
  channel.on("ticket:new", (ticket) => tickets.set(ticket.id, ticket))
  channel.on("ticket:done", ({ id }) => tickets.delete(id))
  channel
    .join()
    .receive("ok", ({ open = [] }) => open.forEach((t) => tickets.set(t.id, t)))
    .receive("error", (reason) => console.warn("join refused", reason))
  return channel
}

export const channels = STATIONS.map(joinStation)

import { onScopeDispose, ref } from "vue"
import ReconnectingWebSocket from "reconnecting-websocket"

export function useReconnectingSocket(url, { onMessage, ...options } = {}) {
  const status = ref("connecting")
  const socket = new ReconnectingWebSocket(url, [], {
    minReconnectionDelay: 1000,
    maxReconnectionDelay: 15000,
    connectionTimeout: 8000,
    ...options,
  })
  socket.addEventListener("open", () => (status.value = "open"))
  socket.addEventListener("close", () => (status.value = "closed"))
  socket.addEventListener("message", (e) => onMessage?.(JSON.parse(e.data)))
  onScopeDispose(() => socket.close())
  return { status, send: (data) => socket.send(JSON.stringify(data)) }
}

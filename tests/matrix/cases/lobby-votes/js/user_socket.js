import { Socket } from "phoenix"

const ENDPOINT = "/socket"

export function connect(token) {
  const socket = new Socket(ENDPOINT, {
    params: { token },
    heartbeatIntervalMs: 30000,
    timeout: 9000,
    reconnectAfterMs: (tries) => [1000, 2000, 5000, 9000][tries - 1] || 10000,
  })
  socket.connect()
  return socket
}

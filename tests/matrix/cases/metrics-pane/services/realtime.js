import { io } from 'socket.io-client'

export function createRealtime({ cluster, port = 3030 }) {
  const url = new URL(window.location.href)
  url.port = String(port)
  return io(`${url.protocol}//${url.host}/metrics`, {
    query: { cluster },
    transports: ['websocket'],
    reconnectionDelay: 3000,
  })
}

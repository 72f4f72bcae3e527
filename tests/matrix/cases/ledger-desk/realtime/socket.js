import { io } from "socket.io-client"

let connection

function resolvePort() {
  return window.socketio_port || 9000
}

export function getSocket() {
  if (connection) return connection
  const { hostname, protocol, port } = window.location
  const origin = port ? `${protocol}//${hostname}:${resolvePort()}` : `${protocol}//${hostname}`
  connection = io(`${origin}/${window.site_name}`, {
    withCredentials: true,
    secure: protocol === "https:",
    reconnectionAttempts: 5,
  })
  return connection
}

import { io } from 'socket.io-client'

const boot = () => window.frappe?.boot ?? {}

export function createRealtime() {
  const host = window.location.hostname
  const site = window.site_name
  const port = window.location.port ? `:${boot().socketio_port ?? 9000}` : ''
  const protocol = port ? 'http' : 'https'
  const socket = io(`${protocol}://${host}${port}/${site}`, {
    withCredentials: true,
    reconnectionAttempts: 5,
  })

  socket.on('refetch_resource', (data) => {
    if (data?.cache_key) window.dispatchEvent(new CustomEvent('refetch', { detail: data.cache_key }))
  })
  return socket
}

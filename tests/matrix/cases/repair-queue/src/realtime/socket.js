import { io } from 'socket.io-client'
import { socketio_port } from '../../common_site_config.json'

export const siteName = () => window.site_name || window.location.hostname

export function initSocket() {
  const host = window.location.hostname
  const port = window.location.port ? `:${socketio_port}` : ''
  const protocol = port ? 'http' : 'https'
  const url = `${protocol}://${host}${port}/${siteName()}`

  return io(url, { withCredentials: true, reconnectionAttempts: 5 })
}

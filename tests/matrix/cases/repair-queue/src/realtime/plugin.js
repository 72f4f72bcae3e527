import { initSocket } from './socket.js'

export const SOCKET_KEY = Symbol('socket')

export const realtimePlugin = {
  install(app) {
    const socket = initSocket()
    app.provide(SOCKET_KEY, socket)
    app.config.globalProperties.$socket = socket
  },
}

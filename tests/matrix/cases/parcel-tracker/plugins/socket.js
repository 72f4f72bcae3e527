import { io } from 'socket.io-client'

export const SocketKey = Symbol('parcel-socket')

export default {
  install(app, { host, port, namespace = '', opts = {} }) {
    const scheme = window.location.protocol === 'https:' ? 'https' : 'http'
    const socket = io(`${scheme}://${host}:${port}${namespace}`, { autoConnect: false, ...opts })

    socket.on('connect_error', (err) => {
      console.warn('[parcel] socket:', err.message)
    })

    app.config.globalProperties.$socket = socket
    app.provide(SocketKey, socket)
  },
}

// Vue plugin that provides a socket.io client, port from a build-time variable, connected by a composable.
// env: VUE_APP_SOCKET_PORT=3001
import { createApp } from 'vue'
import App from './App.js'
import socketPlugin from './plugins/socket.js'

const el = document.createElement('main')
;(document.body || document.documentElement).append(el)

createApp(App)
  .use(socketPlugin, {
    host: window.location.hostname,
    port: process.env.VUE_APP_SOCKET_PORT,
    namespace: '/tracking',
    opts: { transports: ['websocket', 'polling'], reconnectionAttempts: 10 },
  })
  .mount(el)

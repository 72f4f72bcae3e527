// Frappe SPA (Vue): a socket plugin whose port is imported from the bench's common_site_config.json, namespace = site or host.
// page: window.site_name = "repairs.example"
// page: delete window.site_name
import { createApp, h } from 'vue'
import { realtimePlugin } from './src/realtime/plugin.js'
import Queue from './src/pages/Queue.js'

const el = document.createElement('div')
el.id = 'app'
;(document.body || document.documentElement).appendChild(el)

const app = createApp({ render: () => h(Queue, { doctype: 'Repair Order' }) })
app.use(realtimePlugin)
app.mount(el)

// Frappe SPA (React): the common "port ? http : https" rule, a port of the boot data with 9000 behind it, namespace from the site.
// page: window.site_name = "ward.example"
// page: window.site_name = "ward.example"; window.frappe = { boot: { socketio_port: 7777 } }
import { createRoot } from 'react-dom/client'
import { RealtimeProvider } from './realtime/RealtimeProvider.jsx'
import { Beds } from './Beds.jsx'

const mount = document.createElement('div')
;(document.body || document.documentElement).appendChild(mount)

createRoot(mount).render(
  <RealtimeProvider>
    <Beds ward="3B" />
  </RealtimeProvider>,
)

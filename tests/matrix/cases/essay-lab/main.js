// Collaborative editor: Yjs document and y-websocket provider; the server URL is the page's host with y-websocket's usual port.
import { openSession } from './editor/session.js'
import { bindTextarea } from './editor/binding.js'

const params = new URLSearchParams(location.search)
const area = document.createElement('textarea')
;(document.body || document.documentElement).appendChild(area)

const session = openSession(params.get('doc') || 'untitled-essay', {
  name: params.get('as') || 'Anonymous',
})
bindTextarea(session.text, area)

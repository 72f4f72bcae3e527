// Correct: help texts, device lists and limits are full of ports and local hosts; the connections are relative.
// keep: addresses in texts, numbers that are no ports
import { HELP, DEVICES } from './content.js'
import { renderHelp, renderDevices } from './views.js'
import { LIMITS } from './limits.js'

const app = document.createElement('div')
document.body?.append(app)
app.append(renderHelp(HELP), renderDevices(DEVICES))

const events = new EventSource('/events?limit=' + LIMITS.pageSize)
events.onmessage = ({ data }) => {
  const entry = document.createElement('p')
  entry.textContent = data
  app.append(entry)
}

const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://'
const gate = new WebSocket(scheme + location.host + '/gates')
gate.onclose = () => console.info(`Gate link lost, next try in ${LIMITS.retry} ms. ${HELP.gate.hint}`)

const controller = new AbortController()
setTimeout(() => controller.abort(), LIMITS.timeout)
fetch('/api/fields', { signal: controller.signal }).catch(() => {})

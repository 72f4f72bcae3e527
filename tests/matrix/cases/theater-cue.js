// Settings from a meta tag and data attributes, with fallbacks (port 7070 and ws:) when the page has none.
const doc = document

const meta = (name) => doc.querySelector(`meta[name="${name}"]`)?.getAttribute('content')

const readSettings = (element) => {
  const { cuePort, cuePath, cueShow } = element.dataset
  return {
    url: meta('cue-socket'),
    port: cuePort || meta('cue-port') || '7070',
    path: cuePath ?? '/cues',
    show: cueShow ?? 'rehearsal',
  }
}

class CueBoard {
  constructor(element) {
    this.element = element
    this.settings = readSettings(element)
    this.cues = []
  }

  get address() {
    const { url, port, path, show } = this.settings
    const base = url ?? `ws://${window.location.hostname}:${port}${path}`
    return `${base}?show=${encodeURIComponent(show)}`
  }

  connect() {
    this.socket = new WebSocket(this.address)
    this.socket.binaryType = 'arraybuffer'
    this.socket.onmessage = ({ data }) => this.handle(typeof data === 'string' ? JSON.parse(data) : null)
  }

  handle(cue) {
    if (!cue) return
    this.cues.push(cue)
    this.element.textContent = `${cue.number} ${cue.text}`
  }
}

function boot() {
  const found = [...doc.querySelectorAll('[data-cue-board]')]
  if (found.length === 0) {
    const element = doc.createElement('output')
    element.dataset.cueBoard = ''
    doc.body?.append(element)
    found.push(element)
  }
  found.map((element) => new CueBoard(element)).forEach((board) => board.connect())
}

if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', boot)
else boot()

// Home-made signals: computed URLs and effects; the live feed has a fixed port, the history stream is the page's, the map tiles' feed is public.
import { computed, effect, signal } from "./signals/core.js"
import { pageOrigin, socketOrigin } from "./signals/origins.js"

const region = signal("north")
const livePort = signal(7410)
const load = signal({})

const liveUrl = computed(() => `${socketOrigin(livePort())}/grid/${region()}`)
const historyUrl = computed(() => `${pageOrigin()}/grid/history?region=${region()}`)
const alertsUrl = computed(() => `wss://alerts.nova-grid.example:8444/v1?region=${region()}`)

const stream = (url, open) =>
  effect(() => {
    const connection = open(url())
    return () => connection.close()
  })

const socket = (url) => {
  const ws = new WebSocket(url)
  ws.onmessage = ({ data }) => {
    const { node, mw } = JSON.parse(data)
    load.set({ ...load(), [node]: mw })
  }
  return ws
}

stream(liveUrl, socket)
stream(historyUrl, (url) => new EventSource(url))
stream(alertsUrl, socket)

effect(() => {
  const total = Object.values(load()).reduce((sum, mw) => sum + mw, 0)
  document.title = `${region()}: ${total} MW`
})

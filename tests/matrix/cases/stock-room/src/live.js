import { settings } from "./settings.js"

export function liveStock(onChange, attempt = 0) {
  const { protocol, host } = window.location
  const ws = new WebSocket(`${protocol === "https:" ? "wss:" : "ws:"}//${host}${settings.paths.live}`)
  ws.onmessage = (e) => onChange(JSON.parse(e.data))
  ws.onopen = () => (attempt = 0)
  ws.onclose = () => setTimeout(liveStock, Math.min(30000, 500 * 2 ** attempt), onChange, attempt + 1)
  return ws
}

const scheme = () => (window.location.protocol === "https:" ? "wss" : "ws")

function socket({ host, port, path }, onReading) {
  const authority = port ? host + ":" + port : host
  const ws = new WebSocket(scheme() + "://" + authority + path)
  ws.onmessage = (event) => onReading(JSON.parse(event.data))
  return { close: () => ws.close() }
}

function stream({ url }, onReading) {
  const source = new EventSource(url)
  source.addEventListener("reading", (event) => onReading(JSON.parse(event.data)))
  return { close: () => source.close() }
}

export const CONNECTORS = { socket, stream }

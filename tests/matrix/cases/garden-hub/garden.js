import mqtt from 'mqtt'

const TOPIC = /^garden\/(?<zone>[^/]+)\/(?<kind>moisture|light|temp)$/

export function createGarden({ secure, host, port, path, username, password }) {
  const url = `${secure ? 'wss' : 'ws'}://${host}:${port}${path}`
  const client = mqtt.connect(url, {
    username,
    password,
    keepalive: 45,
    connectTimeout: 20_000,
    reconnectPeriod: 9000,
    clientId: `garden_${Math.random().toString(16).slice(2, 10)}`,
  })
  const readers = new Set()

  client.on('connect', () => client.subscribe('garden/+/+'))
  client.on('error', (e) => console.warn('[mqtt]', e.message))
  client.on('message', (topic, payload) => {
    const m = TOPIC.exec(topic)
    if (!m) return
    for (const reader of readers) reader(m.groups.zone, m.groups.kind, Number(payload.toString()))
  })

  return {
    onReading: (fn) => readers.add(fn),
    water: (zone, seconds) => client.publish(`garden/${zone}/valve`, JSON.stringify({ open: seconds })),
  }
}

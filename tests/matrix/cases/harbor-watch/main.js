// Functional style: curried helpers and a pipe make the URL of the vessel feed, port 8082.
import { pipe, tap } from './lib/fp.js'
import { fromLocation, toSocket, withPath, withPort, withQuery, toUrl } from './lib/endpoint.js'

const VESSEL_PORT = 8082

const vesselUrl = pipe(
  fromLocation,
  toSocket,
  withPort(VESSEL_PORT),
  withPath('/vessels/live'),
  withQuery({ bbox: '4.2,51.8,4.6,52.1', rate: 2 }),
  toUrl,
)

const open = (url) => new WebSocket(url)
const onMessage = (handler) => (socket) => socket.addEventListener('message', ({ data }) => handler(JSON.parse(data)))

const ships = new Map()
const remember = (ship) => ships.set(ship.mmsi, ship)

pipe(vesselUrl, open, tap(onMessage(remember)))(window.location)

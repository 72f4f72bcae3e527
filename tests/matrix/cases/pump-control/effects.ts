import ReconnectingSocket from 'partysocket/ws'
import type { Effect, Event, Gateway } from './types.ts'

// Address of the controller in access point mode
const FACTORY_GATEWAY: Gateway = { ip: '192.168.4.1', port: 81, path: '/pump' }

function storedGateway(): Gateway | null {
  try {
    const text = localStorage.getItem('pump.gateway')
    return text ? (JSON.parse(text) as Gateway) : null
  } catch {
    return null
  }
}

export function runEffect(effect: Effect, send: (event: Event) => void): void {
  if (effect.run === 'resolve') {
    const gateway = storedGateway() ?? FACTORY_GATEWAY
    Promise.resolve().then(() => send({ type: 'RESOLVED', gateway }))
  } else if (effect.run === 'connect') {
    const { ip, port, path } = effect.gateway
    const socket = new ReconnectingSocket(`ws://${ip}:${port}${path}`, ['arduino'], { maxRetries: 5 })
    socket.addEventListener('open', () => send({ type: 'OPEN' }))
    socket.addEventListener('close', () => send({ type: 'LOST' }))
  }
}

import type { Effect, Event, State } from './types.ts'

function transition(state: State, event: Event): [State, Effect] {
  switch (event.type) {
    case 'BOOT':
      return [{ kind: 'resolving' }, { run: 'resolve' }]
    case 'RESOLVED':
      return [
        { kind: 'connecting', gateway: event.gateway },
        { run: 'connect', gateway: event.gateway },
      ]
    case 'OPEN':
      return state.kind === 'connecting'
        ? [{ kind: 'online', gateway: state.gateway }, { run: 'none' }]
        : [state, { run: 'none' }]
    case 'LOST':
      return [{ kind: 'failed', tries: state.kind === 'failed' ? state.tries + 1 : 1 }, { run: 'none' }]
    default:
      return [state, { run: 'none' }]
  }
}

export function createMachine(execute: (effect: Effect, send: (event: Event) => void) => void) {
  let state: State = { kind: 'idle' }
  const listeners: Array<(state: State) => void> = []

  function send(event: Event): void {
    const [next, effect] = transition(state, event)
    state = next
    listeners.forEach((listener) => listener(state))
    execute(effect, send)
  }

  return { send, listen: (listener: (state: State) => void) => void listeners.push(listener) }
}

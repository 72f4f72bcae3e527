import { writable } from './store.js'

const base = `ws://${window.location.host}`

export function createSocketStore(path, initial, reduce) {
  let current = initial

  const { subscribe } = writable(initial, (set) => {
    let socket
    let retry
    let closed = false

    const open = () => {
      socket = new WebSocket(base + path)
      socket.addEventListener('message', ({ data }) => {
        current = reduce(current, JSON.parse(data))
        set(current)
      })
      socket.addEventListener('close', () => {
        if (!closed) retry = setTimeout(open, 5000)
      })
    }

    open()
    return () => {
      closed = true
      clearTimeout(retry)
      socket.close()
    }
  })

  return { subscribe }
}

export function writable(value, start = () => {}) {
  const subscribers = new Set()
  let stop = null

  function set(next) {
    value = next
    subscribers.forEach((run) => run(value))
  }

  return {
    set,
    update: (fn) => set(fn(value)),
    subscribe(run) {
      subscribers.add(run)
      if (subscribers.size === 1) stop = start(set) || (() => {})
      run(value)
      return () => {
        subscribers.delete(run)
        if (subscribers.size === 0 && stop) {
          stop()
          stop = null
        }
      }
    },
  }
}

export function derived(store, fn) {
  return writable(undefined, (set) => store.subscribe((v) => set(fn(v))))
}

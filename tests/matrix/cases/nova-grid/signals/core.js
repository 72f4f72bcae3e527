let running = null

export function signal(value) {
  const observers = new Set()
  const read = () => {
    if (running) observers.add(running)
    return value
  }
  read.set = (next) => {
    if (Object.is(next, value)) return
    value = next
    for (const run of [...observers]) run()
  }
  return read
}

export function effect(fn) {
  let cleanup
  const run = () => {
    if (typeof cleanup === "function") cleanup()
    const outer = running
    running = run
    try {
      cleanup = fn()
    } finally {
      running = outer
    }
  }
  run()
  return () => typeof cleanup === "function" && cleanup()
}

export function computed(fn) {
  const out = signal(undefined)
  effect(() => {
    out.set(fn())
  })
  return out
}

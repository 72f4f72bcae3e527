export function startHeartbeat(url, every) {
  let failures = 0
  const beat = async () => {
    try {
      await fetch(url, { method: 'POST', keepalive: true })
      failures = 0
    } catch {
      failures += 1
    }
    if (failures < 3) timer = setTimeout(beat, every)
  }
  let timer = setTimeout(beat, 10)
  return () => clearTimeout(timer)
}

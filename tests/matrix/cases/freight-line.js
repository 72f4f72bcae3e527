// A generator yields candidate addresses that are raced with a stagger: the page's origin, then two faulty ones.
function* candidates(path) {
  const tls = location.protocol === "https:"
  const scheme = tls ? "wss" : "ws"

  yield { label: "origin", url: `${scheme}://${location.host}${path}` }
  yield { label: "gateway", url: `${scheme}://${location.hostname}:${tls ? 8443 : 8088}${path}` }
  yield { label: "agent", url: `ws://localhost:4099${path}` }
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function attempt({ label, url }) {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(url)
    ws.onopen = () => resolve({ label, ws })
    ws.onerror = () => reject(new Error(`${label} failed`))
    ws.onclose = () => reject(new Error(`${label} closed`))
  })
}

async function race(path, stagger = 60) {
  const running = []
  let winner = null
  for (const candidate of candidates(path)) {
    if (winner) break
    const run = attempt(candidate).then((result) => {
      if (winner) result.ws.close()
      else winner = result
      return result
    })
    run.catch(() => {})
    running.push(run)
    await wait(stagger)
  }
  return Promise.any(running)
}

function consume({ label, ws }) {
  document.documentElement.setAttribute("data-freight", label)
  ws.onmessage = (event) => {
    const { wagon, km } = JSON.parse(event.data)
    console.log(wagon, "at", km)
  }
}

race("/freight/positions").then(consume, (reason) => {
  console.warn("no freight feed", reason && reason.message)
})

import { createConsumer } from "@rails/actioncable"

const CABLE_PORT = 28080

const getCableUrl = () => {
  const meta = document.head?.querySelector("meta[name='cable-server']")
  if (meta) return meta.content

  const scheme = window.location.protocol === "https:" ? "wss" : "ws"
  return `${scheme}://${window.location.hostname}:${CABLE_PORT}/cable`
}

export default createConsumer(getCableUrl())

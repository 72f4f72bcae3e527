const DEV_PORTS = ["4000", "4001"]

const HINT = "You look at the server started by mix phx.server (http://localhost:4000)."

export function badge(parent) {
  if (!DEV_PORTS.includes(window.location.port)) return
  const tag = document.createElement("span")
  tag.className = "dev-badge"
  tag.title = HINT
  tag.textContent = "dev :" + window.location.port
  parent.append(tag)
}

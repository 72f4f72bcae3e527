// A table of services walked with Object.entries: some rows have a port, some use the page's origin, one is another company's.
import { SERVICES } from "./services.js"
import { CONNECTORS } from "./connectors.js"

const handles = new Map()

for (const [name, { kind, ...target }] of Object.entries(SERVICES)) {
  const connect = CONNECTORS[kind]
  if (!connect) continue
  handles.set(name, connect(target, (reading) => console.debug(name, reading)))
}

window.addEventListener("pagehide", () => handles.forEach((handle) => handle.close()))

// Correct: the tooling settings (dev server, proxy targets) share the config module with the app, the app uses only its paths.
// keep: ports and localhost are read by nothing that connects
import { settings } from "./src/settings.js"
import { liveStock } from "./src/live.js"
import { api } from "./src/api.js"

const table = document.createElement("table")
;(document.body || document.documentElement).append(table)

const rows = new Map()
const draw = () => {
  table.replaceChildren()
  for (const [sku, count] of rows) {
    const tr = table.insertRow()
    tr.insertCell().textContent = sku
    tr.insertCell().textContent = count
    tr.className = count < settings.lowStock ? "low" : ""
  }
}

api.get("stock").then((items) => {
  items.forEach((i) => rows.set(i.sku, i.count))
  draw()
})

liveStock(({ sku, count }) => {
  rows.set(sku, count)
  draw()
})

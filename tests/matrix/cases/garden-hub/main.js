// IoT panel on MQTT: broker settings are defaults under what the user saved in localStorage; the default port is the broker's own.
// page: localStorage.clear()
// page: localStorage.setItem("garden.broker", JSON.stringify({ port: 7777, path: "/broker" }))
import { brokerStore } from './store/broker.js'
import { createGarden } from './garden.js'

const garden = createGarden(brokerStore.get())

garden.onReading((zone, kind, value) => {
  const id = `${zone}-${kind}`
  let node = document.getElementById(id)
  if (!node) {
    node = document.createElement('output')
    node.id = id
    ;(document.body || document.documentElement).append(node)
  }
  node.textContent = `${zone} ${kind}: ${value}`
})

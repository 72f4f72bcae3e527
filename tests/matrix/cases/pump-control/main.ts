// A reducer state machine whose effects open a partysocket to a device's factory address on the LAN.
import { createMachine } from './machine.ts'
import { runEffect } from './effects.ts'

const machine = createMachine(runEffect)

machine.listen((state) => {
  document.documentElement.dataset.pump = state.kind
})

machine.send({ type: 'BOOT' })

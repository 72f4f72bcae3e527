import { defineStore } from './defineStore.js'

export const useMetricsStore = defineStore('metrics', {
  state: () => ({ cpu: 0, memory: 0, online: false }),
  actions: {
    async connect(cluster) {
      const { createRealtime } = await import('../services/realtime.js')
      const socket = createRealtime({ cluster })
      socket.on('connect', () => {
        this.online = true
      })
      socket.on('sample', (sample) => {
        this.cpu = sample.cpu
        this.memory = sample.memory
      })
    },
  },
})

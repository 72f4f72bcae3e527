import { defineStore } from './defineStore.js'

export const useAlertStore = defineStore('alerts', {
  state: () => ({ items: [] }),
  actions: {
    listen() {
      const source = new EventSource('/metrics/alerts')
      source.onmessage = (e) => {
        this.items = [JSON.parse(e.data), ...this.items].slice(0, 50)
      }
    },
  },
})

// Pinia-like stores over Vue; the realtime module is imported dynamically and has a port, the stream store has none.
import { createApp, h, onMounted } from 'vue'
import { useMetricsStore } from './stores/metrics.js'
import { useAlertStore } from './stores/alerts.js'

const Dashboard = {
  setup() {
    const metrics = useMetricsStore()
    const alerts = useAlertStore()

    onMounted(async () => {
      alerts.listen()
      await metrics.connect('cluster-a')
    })

    return () =>
      h('div', [
        h('p', `CPU ${metrics.cpu}%  MEM ${metrics.memory}%`),
        h('ul', alerts.items.map((a) => h('li', { key: a.id }, a.message))),
      ])
  },
}

const target = document.createElement('div')
;(document.body || document.documentElement).appendChild(target)
createApp(Dashboard).mount(target)

import { defineComponent, h } from 'vue'
import { useTracking } from './composables/useTracking.js'

export default defineComponent({
  name: 'ParcelTracker',
  setup() {
    const code = 'PX-204981'
    const { status, history } = useTracking(code)
    return () =>
      h('div', { class: 'tracker' }, [
        h('h1', code),
        h('p', `Status: ${status.value}`),
        h('ol', history.map((e, i) => h('li', { key: i }, `${e.at} ${e.status}`))),
      ])
  },
})

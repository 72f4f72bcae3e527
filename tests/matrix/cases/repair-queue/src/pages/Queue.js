import { defineComponent, h, inject, onBeforeUnmount, onMounted, ref } from 'vue'
import { SOCKET_KEY } from '../realtime/plugin.js'

export default defineComponent({
  name: 'RepairQueue',
  props: { doctype: { type: String, required: true } },
  setup(props) {
    const socket = inject(SOCKET_KEY)
    const orders = ref([])

    async function reload() {
      try {
        const res = await fetch(`/api/resource/${encodeURIComponent(props.doctype)}?order_by=modified desc`)
        const { data } = await res.json()
        orders.value = Array.isArray(data) ? data : []
      } catch {
        orders.value = []
      }
    }
    const onUpdate = ({ doctype }) => doctype === props.doctype && reload()

    onMounted(() => {
      reload()
      socket.emit('doctype_subscribe', props.doctype)
      socket.on('list_update', onUpdate)
    })
    onBeforeUnmount(() => {
      socket.off('list_update', onUpdate)
      socket.emit('doctype_unsubscribe', props.doctype)
    })

    return () => h('ul', orders.value.map((o) => h('li', { key: o.name }, `${o.name} ${o.status ?? ''}`)))
  },
})

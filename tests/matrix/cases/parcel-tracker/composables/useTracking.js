import { inject, onBeforeUnmount, onMounted, reactive, ref } from 'vue'
import { SocketKey } from '../plugins/socket.js'

export function useTracking(code) {
  const socket = inject(SocketKey)
  const status = ref('unknown')
  const history = reactive([])

  function onUpdate(update) {
    if (update.code !== code) return
    status.value = update.status
    history.unshift(update)
  }

  onMounted(() => {
    socket.on('parcel:update', onUpdate)
    if (!socket.connected) socket.connect()
    socket.emit('parcel:watch', { code })
  })

  onBeforeUnmount(() => {
    socket.off('parcel:update', onUpdate)
    socket.emit('parcel:unwatch', { code })
  })

  return { status, history }
}

import { ref } from "vue"
import { wsUrl } from "../utils/url.js"
import { useReconnectingSocket } from "./useReconnectingSocket.js"

const ORDER_SERVICE = { port: 8765, path: "/orders" }

export function useOrders(branch) {
  const orders = ref([])
  const apply = {
    snapshot: (m) => (orders.value = m.orders),
    created: (m) => orders.value.push(m.order),
    picked: (m) => (orders.value = orders.value.filter((o) => o.id !== m.id)),
  }
  const { status, send } = useReconnectingSocket(wsUrl({ ...ORDER_SERVICE, query: { branch } }), {
    onMessage: (m) => apply[m.type]?.(m),
  })
  const pick = (id) => send({ type: "pick", id })
  return { orders, status, pick }
}

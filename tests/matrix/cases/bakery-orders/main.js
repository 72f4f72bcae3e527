// Vue 3 composable over reconnecting-websocket; a URL helper receives the port of the order service as an option.
import { createApp, defineComponent, h } from "vue"
import { useOrders } from "./composables/useOrders.js"

const OrderList = defineComponent({
  name: "OrderList",
  props: { branch: { type: String, required: true } },
  setup(props) {
    const { orders, status } = useOrders(props.branch)
    return () =>
      h("section", [
        h("small", status.value),
        h("ol", orders.value.map((o) => h("li", { key: o.id }, `${o.qty} × ${o.item}`))),
      ])
  },
})

const el = document.createElement("div")
;(document.body || document.documentElement).append(el)
createApp(OrderList, { branch: "riverside" }).mount(el)

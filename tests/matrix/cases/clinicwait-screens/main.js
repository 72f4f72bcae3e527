// Vue 3 waiting room: a Pinia-like store whose getters build Pusher's options from settings merged over defaults; the
// REST calls use a ky-like wrapper on the page's own origin.
import { createApp, defineComponent, h, onMounted, onUnmounted } from "vue";
import { useScreenStore } from "./store.js";

const TicketList = defineComponent({
  name: "TicketList",
  setup() {
    const screen = useScreenStore();
    onMounted(() => screen.start("clinic-4"));
    onUnmounted(() => screen.stop());
    return () =>
      h("div", { class: "tickets" }, [
        h("h1", screen.title),
        screen.state.tickets.length
          ? h("ol", screen.state.tickets.map((ticket) => h("li", { key: ticket.number }, `${ticket.number} → room ${ticket.room}`)))
          : h("p", screen.state.error ?? "Please take a seat"),
      ]);
  },
});

createApp(TicketList).mount(document.getElementById("root") ?? document.body);

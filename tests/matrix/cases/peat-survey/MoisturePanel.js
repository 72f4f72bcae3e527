import { computed, h, inject } from "vue";
import { SETTINGS } from "./keys.js";
import { useSocket } from "./useSocket.js";

export const MoisturePanel = {
  name: "MoisturePanel",
  props: { plot: { type: String, required: true }, depth: { type: Number, default: 20 } },
  setup(props) {
    const settings = inject(SETTINGS);
    const scheme = computed(() => (window.location.protocol === "https:" ? "wss" : "ws"));
    const url = computed(() => {
      const { port, path } = settings.logger;
      return `${scheme.value}://${settings.host}:${port}${path}/${props.plot}?depth=${props.depth}`;
    });
    const { last, online } = useSocket(url);
    return () => h("p", { class: { online: online.value } }, last.value ? `${last.value.moisture} ${settings.unit}` : "–");
  },
};

import { h } from "vue";
import { useSocket } from "./useSocket.js";

export const CrewPanel = {
  name: "CrewPanel",
  setup() {
    const { last } = useSocket(window.location.origin.replace(/^http/, "ws") + "/crew");
    return () => h("aside", last.value ? last.value.names.join(", ") : "nobody");
  },
};

import { defineComponent, h, onMounted, ref } from "vue";
import { useChannel } from "./realtime.js";

const HOURS = { early: "06:00-14:00", late: "14:00-22:00", night: "22:00-06:00" };

export const Roster = defineComponent({
  props: { week: { type: Number, required: true } },
  setup(props) {
    const shifts = ref([]);
    const change = useChannel("shifts");
    onMounted(async () => {
      try {
        const answer = await fetch(`/api/roster/${props.week}`, { credentials: "include" });
        shifts.value = await answer.json();
      } catch {
        shifts.value = [];
      }
    });
    return () =>
      h("section", [
        h("h1", `Week ${props.week}`),
        h("ul", shifts.value.map((shift) => h("li", { key: shift.id }, `${shift.name} ${HOURS[shift.kind]}`))),
        change.value ? h("p", `Changed: ${change.value.id}`) : null,
      ]);
  },
});

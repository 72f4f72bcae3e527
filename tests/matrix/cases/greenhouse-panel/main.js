// A greenhouse panel in Vue with composables: sensors over MQTT through a broker address from a settings composable.
import { createApp, h, computed, onMounted, onBeforeUnmount, reactive, provide } from "vue";
import { useSettings, SettingsKey } from "./useSettings.js";
import { useBroker } from "./useBroker.js";

const SensorTile = {
  props: { topic: String, unit: String },
  setup(props) {
    const { subscribe, status } = useBroker();
    const state = reactive({ value: null, at: null });
    let stop = () => {};
    onMounted(() => {
      stop = subscribe(props.topic, (payload) => {
        state.value = Number(payload);
        state.at = Date.now();
      });
    });
    onBeforeUnmount(() => stop());
    const text = computed(() => (state.value === null ? "–" : `${state.value.toFixed(1)} ${props.unit}`));
    return () => h("div", { class: ["tile", status.value] }, [h("small", props.topic), h("strong", text.value)]);
  },
};

const App = {
  setup() {
    const settings = useSettings();
    provide(SettingsKey, settings);
    const beds = computed(() => settings.beds.filter((bed) => !bed.hidden));
    return () =>
      h("main", [
        h("h1", settings.title),
        ...beds.value.map((bed) => h(SensorTile, { key: bed.id, topic: `beds/${bed.id}/moisture`, unit: "%" })),
      ]);
  },
};

const root = document.createElement("div");
document.body.appendChild(root);
createApp(App).mount(root);

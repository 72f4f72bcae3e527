import { reactive, readonly, toRefs, inject } from "vue";

export const SettingsKey = Symbol("settings");

const factory = () => ({
  title: "Greenhouse",
  beds: [
    { id: "north-1", hidden: false },
    { id: "north-2", hidden: true },
    { id: "south-1", hidden: false },
  ],
  broker: {
    host: null,
    port: 9001,
    path: "/mqtt",
    keepalive: 90,
  },
  history: { host: "archive", port: 8086, days: 90 },
});

let instance;

export function useSettings() {
  if (!instance) {
    const saved = JSON.parse(localStorage.getItem("greenhouse:settings") || "{}");
    instance = reactive({ ...factory(), ...saved });
  }
  return readonly(instance);
}

export function useBrokerSettings() {
  const { broker } = toRefs(inject(SettingsKey));
  return broker;
}

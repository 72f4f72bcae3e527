import { ref, shallowRef, computed } from "vue";
import mqtt from "mqtt";
import { useBrokerSettings } from "./useSettings.js";

const client = shallowRef(null);
const status = ref("offline");
const handlers = new Map();

export function useBroker() {
  const broker = useBrokerSettings();

  const url = computed(() => {
    const { host, port, path } = broker.value;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    return `${scheme}://${host || location.hostname}:${port}${path}`;
  });

  const ensure = () => {
    if (client.value) return client.value;
    const c = mqtt.connect(url.value, { keepalive: broker.value.keepalive, reconnectPeriod: 5000, clean: true });
    c.on("connect", () => (status.value = "online"));
    c.on("close", () => (status.value = "offline"));
    c.on("message", (topic, payload) => handlers.get(topic)?.forEach((fn) => fn(payload.toString())));
    client.value = c;
    return c;
  };

  function subscribe(topic, fn) {
    if (!handlers.has(topic)) handlers.set(topic, new Set());
    handlers.get(topic).add(fn);
    ensure().subscribe(topic, { qos: 0 });
    return () => handlers.get(topic).delete(fn);
  }

  return { status, subscribe };
}

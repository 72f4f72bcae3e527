import { computed, defineComponent, h, ref, watch } from 'vue';
import { useSettings } from './settings.js';
import { useWebSocket } from './use-web-socket.js';

export const VehicleList = defineComponent({
  name: 'VehicleList',
  setup() {
    const settings = useSettings();
    const depot = ref('north');
    const base = computed(() => {
      const { protocol, hostname } = window.location;
      return `${protocol.replace(/^http/, 'ws')}//${hostname}:${settings.feed.port}`;
    });
    const feed = useWebSocket(computed(() => `${base.value}${settings.feed.path}/${depot.value}`));
    const alerts = useWebSocket(`${window.location.origin.replace(/^http/, 'ws')}/alerts`, { retries: 0 });

    const vehicles = ref([]);
    watch(feed.data, (message) => {
      if (message?.type === 'positions') vehicles.value = message.vehicles;
    });
    setTimeout(() => (depot.value = 'harbour'), settings.refresh);

    return () =>
      h('section', { 'data-feed': feed.status.value, 'data-alerts': alerts.status.value }, [
        h('ul', vehicles.value.map(({ id, line }) => h('li', { key: id }, `${id} on line ${line}`))),
      ]);
  },
});

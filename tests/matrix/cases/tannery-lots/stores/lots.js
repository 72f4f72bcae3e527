import { computed, ref } from 'vue';
import { Centrifuge } from 'centrifuge';
import { defineStore } from './index.js';
import { useRealtime } from '../plugins/realtime.js';

export const useLots = defineStore('lots', () => {
  const { address, settings } = useRealtime();
  const lots = ref([]);
  const state = ref('idle');
  const open = computed(() => lots.value.filter((lot) => !lot.sold));
  let client = null;

  function listen() {
    if (client) return;
    client = new Centrifuge(address().href, { timeout: settings.timeout, maxReconnectDelay: 8000 });
    client.on('state', (ctx) => (state.value = ctx.newState));
    const sub = client.newSubscription('lots:open');
    sub.on('publication', ({ data }) => lots.value.push(data));
    sub.subscribe();
    client.connect();
  }
  return { lots, state, open, listen };
});

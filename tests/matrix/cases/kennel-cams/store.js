import { computed, reactive } from 'vue';

const { gateway } = window.__KENNELS__;

const state = reactive({
  kennel: '',
  log: [],
  gateway: { ...gateway, secure: window.location.protocol === 'https:' },
  snapshotEvery: 8080,
});

const base = computed(() => (state.gateway.secure ? 'wss://' : 'ws://'));

const frameUrl = computed(() =>
  state.kennel && `${base.value}${window.location.hostname}:${state.gateway.port}/frames/${state.kennel}`,
);

const barkUrl = computed(() => state.kennel && `${base.value}${window.location.host}/barks/${state.kennel}`);

export function useCameraStore() {
  return {
    state,
    frameUrl,
    barkUrl,
    choose(kennel) {
      state.kennel = kennel;
    },
    seen(kennel) {
      state.log = [`seen ${kennel}`, ...state.log].slice(0, 30);
    },
    heard(kennel) {
      state.log = [`heard ${kennel}`, ...state.log].slice(0, 30);
    },
  };
}

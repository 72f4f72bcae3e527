import { computed, inject, onScopeDispose, ref, shallowRef, watchEffect } from "vue";
import { captionsKey } from "./keys.js";

const KEEP = 6;

export function useCaptions(channel) {
  const { service, base, languages } = inject(captionsKey);
  const language = ref(languages[0]);
  const lines = shallowRef([]);
  const state = ref("idle");

  const address = computed(() => {
    const { protocol, hostname } = window.location;
    const query = new URLSearchParams({ lang: language.value });
    return `${protocol}//${hostname}:${service}${base}/${channel()}?${query}`;
  });

  let source = null;
  const close = () => {
    source?.close();
    source = null;
  };

  watchEffect(() => {
    close();
    source = new EventSource(address.value, { withCredentials: true });
    state.value = "connecting";
    source.onopen = () => (state.value = "live");
    source.onerror = () => (state.value = "lost");
    source.addEventListener("caption", ({ data }) => {
      lines.value = [...lines.value, JSON.parse(data)].slice(-KEEP);
    });
  });
  onScopeDispose(close);

  return { lines, state, language };
}

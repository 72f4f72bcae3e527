import { onMounted, onUnmounted, ref } from "vue";

const EVERY = 8500;

export function useTranscript(channel) {
  const pages = ref([]);
  let timer;

  async function load() {
    try {
      const response = await fetch(`/api/transcripts/${channel()}`);
      pages.value = await response.json();
    } catch {
      // the hall's network drops now and then; the next round will tell
    }
  }

  onMounted(() => {
    load();
    timer = setInterval(load, EVERY);
  });
  onUnmounted(() => clearInterval(timer));
  return { pages };
}

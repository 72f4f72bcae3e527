import { onUnmounted, ref, unref, watchEffect } from "vue";

export function useSocket(url) {
  const last = ref(null);
  const online = ref(false);
  let socket = null;

  watchEffect(() => {
    socket?.close();
    socket = new WebSocket(unref(url));
    socket.onopen = () => (online.value = true);
    socket.onclose = () => (online.value = false);
    socket.onmessage = ({ data }) => (last.value = JSON.parse(data));
  });

  onUnmounted(() => socket?.close());
  return { last, online };
}

import { onUnmounted, ref, shallowRef, toValue, watch } from 'vue';

export function useWebSocket(url, { retries = 1, delay = 1500 } = {}) {
  const status = ref('CLOSED');
  const data = shallowRef(null);
  let socket = null;
  let left = retries;

  const close = () => {
    if (socket) socket.onclose = null;
    socket?.close();
  };
  const open = () => {
    close();
    status.value = 'CONNECTING';
    socket = new WebSocket(toValue(url));
    socket.onopen = () => (status.value = 'OPEN');
    socket.onmessage = (event) => (data.value = JSON.parse(event.data));
    socket.onclose = () => {
      status.value = 'CLOSED';
      if (left-- > 0) setTimeout(open, delay);
    };
  };

  watch(() => toValue(url), open, { immediate: true });
  onUnmounted(close);
  return { status, data };
}

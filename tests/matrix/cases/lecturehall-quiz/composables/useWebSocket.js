import { onScopeDispose, ref, shallowRef, unref, watch } from 'vue';

export function useWebSocket(url, { immediate = true, autoReconnect = false } = {}) {
  const data = ref(null);
  const status = ref('CLOSED');
  const ws = shallowRef();
  let retries = 0;
  let explicitlyClosed = false;

  const close = () => {
    explicitlyClosed = true;
    ws.value?.close();
  };

  const init = () => {
    status.value = 'CONNECTING';
    const socket = new WebSocket(unref(url));
    ws.value = socket;
    socket.onopen = () => {
      status.value = 'OPEN';
      retries = 0;
    };
    socket.onmessage = (event) => {
      data.value = event.data;
    };
    socket.onclose = () => {
      status.value = 'CLOSED';
      if (!explicitlyClosed && autoReconnect && retries++ < autoReconnect.retries) setTimeout(init, autoReconnect.delay);
    };
  };

  const open = () => {
    if (ws.value) close();
    explicitlyClosed = false;
    init();
  };

  if (immediate) watch(url, open, { immediate: true });
  onScopeDispose(close);
  return { data, status, open, close, send: (text) => ws.value?.send(text) };
}

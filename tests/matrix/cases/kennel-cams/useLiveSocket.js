import { onUnmounted, reactive, watch } from 'vue';

/** Follows a ref of an address: closes the old socket, opens the next. */
export function useLiveSocket(address, receive) {
  const live = reactive({ state: 'idle' });
  let socket = null;

  const stop = watch(
    address,
    (url) => {
      if (socket) socket.close();
      socket = null;
      if (!url) return;
      socket = new WebSocket(url);
      live.state = 'connecting';
      socket.onopen = () => (live.state = 'open');
      socket.onclose = () => (live.state = 'closed');
      socket.onmessage = ({ data }) => receive(JSON.parse(data));
    },
    { immediate: true },
  );

  onUnmounted(() => {
    stop();
    if (socket) socket.close();
  });
  return live;
}

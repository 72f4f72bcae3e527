import { onScopeDispose, ref } from "vue";
import { io } from "socket.io-client";
import { useConnection } from "./connection";

interface Cue {
  number: string;
  label: string;
}

export function useCueSocket(showId: string) {
  const { port, namespace } = useConnection();
  const cues = ref<Cue[]>([]);
  const connected = ref(false);

  const base = `${window.location.protocol}//${window.location.hostname}:${port}`;
  const socket = io(base + namespace, { transports: ["websocket"], query: { show: showId } });
  socket.on("connect", () => (connected.value = true));
  socket.on("cue", (cue: Cue) => cues.value.push(cue));
  onScopeDispose(() => socket.disconnect());

  return { cues, connected };
}

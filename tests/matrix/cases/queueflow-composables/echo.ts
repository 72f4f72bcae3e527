import { onMounted, onUnmounted, ref, shallowRef } from "vue";
import Echo from "laravel-echo";
import Pusher from "pusher-js";

type EchoOptions = Record<string, unknown> & { broadcaster: "reverb" };

let configured: EchoOptions | null = null;
let instance: any = null;

export function configureEcho(options: EchoOptions): void {
  configured = {
    wsHost: window.location.hostname,
    forceTLS: window.location.protocol === "https:",
    enabledTransports: ["ws", "wss"],
    authEndpoint: "/broadcasting/auth",
    ...options,
  };
  instance = null;
}

export function echo(): any {
  if (!configured) throw new Error("configureEcho() has not been called");
  return (instance ??= new Echo({ ...configured, Pusher } as any));
}

export function useChannel<T>(channel: string, event: string) {
  const last = shallowRef<T>();
  const count = ref(0);

  onMounted(() => {
    echo()
      .channel(channel)
      .listen(event, (payload: T) => {
        last.value = payload;
        count.value += 1;
      });
  });
  onUnmounted(() => echo().leave(channel));

  return { last, count };
}

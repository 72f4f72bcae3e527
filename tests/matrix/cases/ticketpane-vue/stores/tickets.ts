import { computed, reactive } from "vue";
import { io } from "socket.io-client";
import { defineStore } from "./define-store";

interface Ticket {
  id: number;
  subject: string;
  closed: boolean;
}

export const useTicketStore = defineStore("tickets", () => {
  const state = reactive({
    tickets: [] as Ticket[],
    offline: false,
    preferences: { port: 3000, endpoint: "ws://localhost:3000", useProxy: false },
  });
  const open = computed(() => state.tickets.filter((ticket) => !ticket.closed));

  async function load(queue: string): Promise<void> {
    const response = await fetch(`/api/queues/${queue}/tickets`);
    state.tickets = await response.json();
  }

  function watchQueue(queue: string): void {
    const socket = io("/tickets", { path: "/realtime", auth: { queue, proxy: state.preferences.useProxy } });
    socket.on("ticket:changed", (ticket: Ticket) => {
      state.tickets = [ticket, ...state.tickets.filter(({ id }) => id !== ticket.id)];
    });
    socket.on("connect_error", () => (state.offline = true));
    load(queue).catch(() => (state.offline = true));
  }

  return { state, open, watchQueue };
});

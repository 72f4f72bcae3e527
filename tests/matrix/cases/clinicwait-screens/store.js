import Pusher from "pusher-js";
import { defineStore } from "./define-store.js";

const defaults = { key: "clinicwait", host: null, port: 6011, cluster: "eu", stats: false };
let pusher = null;

export const useScreenStore = defineStore("screen", {
  state: () => ({ clinic: null, tickets: [], error: null, settings: { ...defaults, cluster: "mt1" } }),
  getters: {
    title: (state) => (state.clinic ? `Waiting room ${state.clinic}` : "Waiting room"),
    host: (state) => state.settings.host ?? window.location.hostname,
    socketOptions(state) {
      const encrypted = window.location.protocol.startsWith("https");
      return {
        cluster: state.settings.cluster,
        wsHost: this.host,
        wsPort: state.settings.port,
        wssPort: state.settings.port,
        forceTLS: encrypted,
        enableStats: state.settings.stats,
        enabledTransports: ["ws", "wss"],
      };
    },
  },
  actions: {
    async start(clinic) {
      this.state.clinic = clinic;
      pusher = new Pusher(this.state.settings.key, this.socketOptions);
      pusher.subscribe(`clinic.${clinic}`).bind("called", (ticket) => this.called(ticket));
      try {
        const response = await fetch(`/api/clinics/${clinic}/tickets?state=called`);
        this.state.tickets = await response.json();
      } catch (error) {
        this.state.error = `No connection (${error.message})`;
      }
    },
    called(ticket) {
      this.state.tickets = [ticket, ...this.state.tickets].slice(0, 8);
    },
    stop() {
      pusher?.disconnect();
    },
  },
});

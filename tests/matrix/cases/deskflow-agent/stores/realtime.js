import { io } from 'socket.io-client';
import { defineStore } from './define.js';
import { useConfigStore } from './config.js';

export const useRealtimeStore = defineStore('realtime', {
  state: () => ({ socket: null, connected: false, viewers: [] }),
  actions: {
    connect() {
      const config = useConfigStore();
      this.socket = io(`${config.socketOrigin}/${config.sitename}`, {
        withCredentials: true,
        reconnectionAttempts: 3,
        reconnectionDelay: 2000,
      });
      this.socket.on('connect', () => this.$patch({ connected: true }));
      this.socket.on('disconnect', () => this.$patch({ connected: false }));
      this.socket.on('helpdesk:viewers', ({ users }) => this.$patch({ viewers: users }));
    },
    watchTicket(name) {
      this.socket.emit('doc_subscribe', 'HD Ticket', name);
      this.socket.emit('doc_open', 'HD Ticket', name);
    },
  },
});

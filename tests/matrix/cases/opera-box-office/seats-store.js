import { reactive, readonly } from 'vue';
import { io } from 'socket.io-client';

const state = reactive({ taken: {}, link: 'closed' });
export const seats = readonly(state);

export function connectSeats(path) {
  const { protocol, host } = window.location;
  const socket = io(`${protocol}//${host}/seats`, { path, reconnectionAttempts: 1 });
  socket.on('connect', () => (state.link = 'open'));
  socket.on('seat', ({ id, by }) => (state.taken[id] = by));
  return socket;
}

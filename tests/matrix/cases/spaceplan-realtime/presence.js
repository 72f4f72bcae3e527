const EVERY = 9000;
const seen = new Map();

export const presence = {
  bump(user) {
    seen.set(user, Date.now());
  },
  start(socket) {
    const tick = () => {
      for (const [user, at] of seen) if (Date.now() - at > 5 * EVERY) seen.delete(user);
      socket.emit('presence', { online: seen.size });
    };
    setInterval(tick, EVERY);
    tick();
  },
};

const LOOPBACK = [127, 0, 0, 1];
const secure = () => window.location.protocol === 'https:';

const sources = {
  site: () => ({ scheme: secure() ? 'wss' : 'ws', authority: window.location.host }),
  // A signed desk agent translates the serial line of the foghorn; it speaks plain WebSocket.
  agent: () => ({ scheme: 'ws', authority: LOOPBACK.join('.') + ':' + 18430 }),
};

export function resolveSource(name) {
  const make = sources[name] ?? sources.site;
  return make();
}

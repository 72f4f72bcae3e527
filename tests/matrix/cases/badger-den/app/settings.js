const page = window.location;

const defaults = {
  den: () => page.pathname.split('/')[1] || 'lobby',
  theme: () => 'dusk',
  historySize: () => 5000,
  realtimePort: () => 3030,
  realtimePath: () => '/realtime/socket.io',
  realtimeUrl: (self) => page.protocol + '//' + page.hostname + ':' + self.realtimePort,
  uploadUrl: () => page.origin + '/uploads',
};

function createSettings(stored) {
  return new Proxy(stored, {
    get(target, key, receiver) {
      if (key in target) return target[key];
      const fallback = defaults[key];
      return fallback ? fallback(receiver) : undefined;
    },
    set(target, key, value) {
      target[key] = value;
      try {
        localStorage.setItem('den-settings', JSON.stringify(target));
      } catch (error) {
        console.warn('Settings are not kept', error);
      }
      return true;
    },
  });
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem('den-settings') || '{}');
  } catch (error) {
    return {};
  }
}

export const settings = createSettings(stored());

export function createBus() {
  const listeners = new Map();
  return {
    on(type, listener) {
      if (!listeners.has(type)) listeners.set(type, new Set());
      listeners.get(type).add(listener);
      return () => listeners.get(type).delete(listener);
    },
    emit(type, detail) {
      (listeners.get(type) || new Set()).forEach((listener) => listener(detail));
    },
  };
}

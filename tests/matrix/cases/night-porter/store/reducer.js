const initial = { status: 'idle', calls: [] };

const cases = {
  'realtime/status': (state, status) => ({ ...state, status }),
  'calls/received': (state, call) => ({ ...state, calls: [...state.calls, call] }),
  'calls/closed': (state, id) => ({ ...state, calls: state.calls.filter((c) => c.id !== id) }),
};

export const reducer = (state = initial, { type, payload }) => cases[type]?.(state, payload) ?? state;

import { createSlice } from './store.js';

const chambers = { upper: { line: 0 }, lower: { line: 3 } };

export const session = createSlice('session', { name: null, chamber: null }, {
  loggedIn: (state, { name, chamber }) => ({ ...state, name, chamber }),
  loggedOut: () => ({ name: null, chamber: null }),
});

export const transport = createSlice(
  'transport',
  { hostname: window.location.hostname, port: window.location.port, secure: window.location.protocol === 'https:', tries: 0 },
  {
    'session/loggedIn': (state, { chamber }) => ({ ...state, port: String(7180 + chambers[chamber].line) }),
    requested: (state) => ({ ...state, tries: state.tries + 1 }),
  },
);

export const minutes = createSlice('minutes', { year: 1998, page: 1 }, {
  opened: (state, place) => Object.assign({}, state, place),
});

export const CONNECT = 'live/connect';
export const FETCH = 'api/fetch';

const feeds = {
  scores: { port: 15674, topic: 'scores', heartbeat: 4000 },
  odds: { port: 15675, topic: 'odds', heartbeat: 8000 },
};

export const connect = (feed) => ({
  type: CONNECT,
  payload: { feed, at: { host: window.location.hostname, port: feeds[feed].port } },
  meta: { heartbeat: feeds[feed].heartbeat },
});

export const fetchFixtures = (query) => ({ type: FETCH, payload: { path: '/api/fixtures', query } });

const initial = { status: 'offline', fixtures: [], error: null };

export function rootReducer(state = initial, action) {
  switch (action.type) {
    case 'live/status':
      return { ...state, status: action.payload };
    case 'api/success':
      return { ...state, fixtures: action.payload };
    case 'api/failure':
      return { ...state, error: action.error };
    default:
      return state;
  }
}

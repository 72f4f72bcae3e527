import { FETCH } from './ducks.js';

export const apiMiddleware =
  ({ dispatch }) =>
  (next) =>
  (action) => {
    if (action.type !== FETCH) return next(action);
    const { path, query } = action.payload;
    fetch(`${path}?${new URLSearchParams(query)}`)
      .then((response) => response.json())
      .then((payload) => dispatch({ type: 'api/success', payload }))
      .catch((error) => dispatch({ type: 'api/failure', error: error.message }));
    return next({ ...action, type: 'api/pending' });
  };

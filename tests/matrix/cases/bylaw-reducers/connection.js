const selectTransport = (state) => state.transport;
const selectSession = (state) => state.session;

const createSelector = (inputs, combine) => {
  let seen = [];
  let last;
  return (state) => {
    const values = inputs.map((input) => input(state));
    if (values.some((value, i) => value !== seen[i])) last = combine(...(seen = values));
    return last;
  };
};

export const selectUrl = createSelector([selectTransport, selectSession], ({ hostname, port, secure }, { chamber }) => {
  const authority = port === '' ? hostname : `${hostname}:${port}`;
  return `${secure ? 'wss' : 'ws'}://${authority}/chambers/${chamber ?? 'gallery'}`;
});

export const hallConnection = ({ getState, dispatch }) => {
  let socket = null;
  return (next) => (action) => {
    const result = next(action);
    switch (action.type) {
      case 'transport/requested':
        socket = new WebSocket(selectUrl(getState()));
        socket.onmessage = ({ data }) => dispatch({ type: 'minutes/opened', payload: JSON.parse(data) });
        break;
      case 'minutes/opened':
        fetch(`/minutes/${getState().minutes.year}?page=${getState().minutes.page}`).catch(() => {});
        break;
      default:
    }
    return result;
  };
};

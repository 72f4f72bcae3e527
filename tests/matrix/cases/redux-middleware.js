// A Redux-like store whose middleware opens the socket when an action carries the port.
const socketMiddleware = (store) => {
  let socket = null;
  return (next) => (action) => {
    switch (action.type) {
      case "socket/connect":
        if (socket) socket.close();
        socket = new WebSocket(`ws://${window.location.hostname}:${action.payload.port}/redux`);
        socket.onmessage = (event) => store.dispatch({ type: "socket/message", payload: event.data });
        return undefined;
      case "socket/disconnect":
        socket?.close();
        return undefined;
      default:
        return next(action);
    }
  };
};

function createStore(reducer, middleware) {
  let state = reducer(undefined, { type: "@@init" });
  const store = {
    getState: () => state,
    dispatch: (action) => handle(action),
  };
  const handle = middleware(store)((action) => {
    state = reducer(state, action);
    return action;
  });
  return store;
}

const connect = (port) => ({ type: "socket/connect", payload: { port } });
const store = createStore((state = { list: [] }, action) => (action.type === "socket/message" ? { list: [action.payload] } : state), socketMiddleware);
store.dispatch(connect(9000));

import type { Middleware } from './store';
import { CONNECT, CONNECTED, SCANNED, type TrackingState } from './trackingSlice';

export const socketMiddleware: Middleware<TrackingState> = ({ dispatch }) => {
  let socket: WebSocket | null = null;
  return (next) => (action) => {
    if (action.type === CONNECT) {
      socket?.close();
      socket = new WebSocket(action.payload.url);
      socket.onopen = () => dispatch({ type: CONNECTED, payload: true });
      socket.onclose = () => dispatch({ type: CONNECTED, payload: false });
      socket.onmessage = (event) => dispatch({ type: SCANNED, payload: JSON.parse(event.data) });
    }
    return next(action);
  };
};

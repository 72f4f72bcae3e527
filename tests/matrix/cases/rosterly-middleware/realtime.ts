import { SESSION_STARTED } from "./session";
import { selectLiveUrl } from "./settings";
import type { Middleware } from "./store";

export const realtime: Middleware = ({ getState, dispatch }) => {
  let socket: WebSocket | undefined;

  const open = (): void => {
    socket?.close();
    socket = new WebSocket(selectLiveUrl(getState()));
    socket.addEventListener("message", ({ data }) => dispatch({ type: "roster/received", payload: JSON.parse(data) }));
    socket.addEventListener("error", () => dispatch({ type: "roster/lost" }));
  };

  return (next) => (action) => {
    const result = next(action);
    if (action.type === SESSION_STARTED) open();
    return result;
  };
};

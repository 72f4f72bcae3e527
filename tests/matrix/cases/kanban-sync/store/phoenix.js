import { Socket } from "phoenix";
import { selectGateway, selectSocketUrl, statusChanged } from "./connection.js";
import { cardMoved } from "./boards.js";

export const phoenix = ({ getState, dispatch }) => {
  let socket = null;

  const ensure = () => {
    if (socket) return socket;
    const { vsn } = selectGateway(getState());
    socket = new Socket(selectSocketUrl(getState()), { vsn, timeout: 5000, reconnectAfterMs: (n) => n * 3000 });
    socket.onOpen(() => dispatch(statusChanged("online")));
    socket.onError(() => dispatch(statusChanged("offline")));
    socket.connect();
    return socket;
  };

  return (next) => (action) => {
    const result = next(action);
    if (action.type === "connection/connect") {
      const channel = ensure().channel(action.topic, {});
      channel.on("card_moved", (payload) => dispatch(cardMoved(payload)));
      channel.join();
    }
    return result;
  };
};

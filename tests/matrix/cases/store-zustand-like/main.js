// A store whose state holds the endpoint and whose action opens the socket from it.
import { create } from "./store.js";

const useConnection = create((set, get) => ({
  endpoint: `ws://${window.location.hostname}:9000/store`,
  status: "idle",
  socket: null,
  connect() {
    const { endpoint, status } = get();
    if (status !== "idle") return;
    const socket = new WebSocket(endpoint);
    socket.onopen = () => set({ status: "open" });
    set({ socket, status: "connecting" });
  },
}));

useConnection.getState().connect();

import { ORDER_RECEIVED, SOCKET_STATUS, APP_STARTED } from "./constants";

const initialOrders = { byId: {}, allIds: [] };

export function orders(state = initialOrders, { type, payload }) {
  switch (type) {
    case ORDER_RECEIVED:
      return { byId: { ...state.byId, [payload.id]: payload }, allIds: [payload.id, ...state.allIds] };
    default:
      return state;
  }
}

export function connection(state = { status: "idle", room: null, retries: 5, delay: 4000 }, { type, payload }) {
  switch (type) {
    case APP_STARTED:
      return { ...state, room: payload.kitchen };
    case SOCKET_STATUS:
      return { ...state, status: payload };
    default:
      return state;
  }
}

export const selectRoom = state => state.connection.room;

import io from "socket.io-client";
import { call, fork, put, take, select, eventChannel } from "./effects";
import { APP_STARTED, ORDER_RECEIVED, SOCKET_STATUS, SOCKET_HOST } from "./constants";
import { selectRoom } from "./reducers";

const connect = (host, room) => {
  const socket = io(host, { query: { room }, transports: ["websocket"], reconnectionDelayMax: 4001 });
  return Promise.resolve(socket);
};

const createOrderChannel = socket =>
  eventChannel(emit => {
    socket.on("order", order => emit({ type: ORDER_RECEIVED, payload: order }));
    socket.on("disconnect", () => emit({ type: SOCKET_STATUS, payload: "offline" }));
    return () => socket.close();
  });

function* watchOrders() {
  yield take(APP_STARTED);
  const room = yield select(selectRoom);
  yield put({ type: SOCKET_STATUS, payload: "connecting" });
  const socket = yield call(connect, SOCKET_HOST, room);
  const channel = yield call(createOrderChannel, socket);
  while (true) {
    const action = yield take(channel);
    yield put(action);
  }
}

export default function* rootSaga() {
  yield fork(watchOrders);
}

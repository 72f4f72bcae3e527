// Cranes of a dockyard: STOMP over SockJS by a webSocketFactory that closes over an address, and a plain brokerURL; the
// SockJS relay has RabbitMQ's port from a settings module that is exported again.
// page: window.global = window;
import { Client } from "@stomp/stompjs";
import SockJS from "sockjs-client";
import { relay, broker } from "./net/index.js";
import { Cranes } from "./cranes.js";

const cranes = new Cranes(document.getElementById("root"));

function stomp(transport) {
  return new Client({
    ...transport,
    connectHeaders: { login: "guest", "accept-port": "15674" },
    reconnectDelay: 0,
    heartbeatOutgoing: 0,
    onStompError: ({ headers }) => cranes.note(headers.message),
  });
}

const load = stomp({
  webSocketFactory: () => new SockJS(relay(), null, { transports: ["websocket"], timeout: 3000 }),
});
load.onConnect = () => load.subscribe("/topic/cranes", ({ body }) => cranes.move(JSON.parse(body)));
load.activate();

const orders = stomp({ brokerURL: broker() });
orders.onConnect = () => orders.subscribe("/queue/orders", ({ body }) => cranes.note(body));
orders.activate();

// STOMP over SockJS: the factory makes the socket, the address is a constant of the module.
// page: window.global = window
import { Client } from "@stomp/stompjs";
import SockJS from "sockjs-client";

const ENDPOINT = window.location.protocol + "//" + window.location.hostname + ":8080/stomp";

const client = new Client({
  webSocketFactory: () => new SockJS(ENDPOINT, null, { transports: ["websocket", "xhr-polling"] }),
  reconnectDelay: 0,
  onConnect: () => client.subscribe("/topic/a", () => {}),
});
client.activate();

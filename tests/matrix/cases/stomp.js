// STOMP: a broker URL, and a factory that makes the socket.
import { Client } from "@stomp/stompjs";

new Client({ brokerURL: `ws://${location.hostname}:15674/ws`, reconnectDelay: 0 }).activate();
new Client({ webSocketFactory: () => new WebSocket("ws://localhost:15675/ws", ["v12.stomp"]), reconnectDelay: 0 }).activate();

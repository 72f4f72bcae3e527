// Compliance review room on STOMP over SockJS: the broker's port is given by the server in window.__AUDIT__ (run-time
// configuration) and otherwise the page's own host with its port is used; no number in the code is a port.
// keep: the port is configured at run time, or the page's own
// page: window.__AUDIT__ = { brokerPort: 7777, retention: 8080 }
// page: window.__AUDIT__ = { retention: 8080 }
import { Client } from "@stomp/stompjs";
import SockJS from "sockjs-client";
import { brokerUrl } from "./broker";

const client = new Client({
  webSocketFactory: () => new SockJS(brokerUrl(), null, { transports: ["websocket"] }) as any,
  connectHeaders: { login: "reviewer", host: "audit:15674" },
  heartbeatIncoming: 10000,
  heartbeatOutgoing: 10000,
  reconnectDelay: 5672,
});

client.onConnect = () => {
  client.subscribe("/topic/findings.15672", ({ body }) => {
    const { id, severity } = JSON.parse(body);
    document.body.setAttribute("data-finding", `${id}:${severity}`);
  });
};

client.activate();

// Hatchery: STOMP over SockJS with a webSocketFactory that closes over a base composed in a lazily computed, memoised getter
// (Object.defineProperty). A second STOMP client uses brokerURL at the page's own host.
import "./polyfills.js";
import { Client } from "@stomp/stompjs";
import { pondBroker, officeBroker } from "./brokers.js";
import { Ponds } from "./ponds.js";

const ponds = new Ponds(["P1", "P2", "P3"]);

const feed = new Client({
  webSocketFactory: () => pondBroker.open(),
  reconnectDelay: 0,
  heartbeatIncoming: 10000,
  heartbeatOutgoing: 10000,
  onConnect: () => ponds.names.forEach((name) => feed.subscribe(`/topic/ponds/${name}`, (m) => ponds.read(name, m.body))),
});
feed.activate();

const office = new Client({ brokerURL: officeBroker.url, reconnectDelay: 8000, onConnect: () => office.publish({ destination: "/app/here" }) });
office.activate();

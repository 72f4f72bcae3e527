// page: globalThis.global = globalThis
// FX price ladder in TypeScript: a fluent builder collects host, port and path of the RabbitMQ web-stomp listener and
// builds a STOMP client over SockJS; the trade blotter's STOMP client is on the page's own origin.
import "./global";
import { StompBuilder } from "./builder";
import { Ladder } from "./ladder";

const RABBIT_WEB_STOMP = 15674;

const ladder = new Ladder("EURUSD", 0.0001);

const prices = new StompBuilder()
  .host(window.location.hostname)
  .port(RABBIT_WEB_STOMP)
  .path("/stomp")
  .heartbeat(10000)
  .overSockJs();

const blotter = new StompBuilder()
  .host(window.location.host)
  .path("/blotter/websocket")
  .heartbeat(20000)
  .overWebSocket();

prices.onConnect = () => {
  prices.subscribe("/topic/fx.eurusd", ({ body }) => ladder.tick(JSON.parse(body)));
};
blotter.onConnect = () => {
  blotter.subscribe("/user/queue/fills", ({ body }) => ladder.fill(JSON.parse(body)));
};

prices.activate();
blotter.activate();

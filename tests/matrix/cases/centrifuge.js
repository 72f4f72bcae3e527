// Centrifuge: a string endpoint, and the array form with transports.
import { Centrifuge } from "centrifuge";

new Centrifuge(`ws://${location.hostname}:8001/connection/websocket`).connect();
new Centrifuge([
  { transport: "websocket", endpoint: "ws://localhost:8002/connection/websocket" },
  { transport: "sse", endpoint: "http://localhost:8002/connection/sse" },
]).connect();

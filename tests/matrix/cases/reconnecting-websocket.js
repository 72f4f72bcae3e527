// reconnecting-websocket: a URL as text, as a function, as an async function.
import ReconnectingWebSocket from "reconnecting-websocket";

new ReconnectingWebSocket(`ws://${location.hostname}:9000/text`, ["p1"], { maxRetries: 1 });
new ReconnectingWebSocket(() => "ws://" + location.hostname + ":9001/function", [], { maxRetries: 1 });
new ReconnectingWebSocket(async () => `ws://localhost:9002/async`, [], { maxRetries: 1 });

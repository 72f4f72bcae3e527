// partysocket's WebSocket with a URL on a fixed port.
import { WebSocket as PartyWebSocket } from "partysocket";

new PartyWebSocket(`ws://${location.hostname}:1999/party`, [], { maxRetries: 1 });

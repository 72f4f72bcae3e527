// sockette: a function around WebSocket.
import Sockette from "sockette";

new Sockette(`ws://${location.hostname}:3000/sockette`, { timeout: 5e3, maxAttempts: 1 });

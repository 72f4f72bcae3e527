// A connection that comes back after each close, its URL rebuilt each time.
let attempts = 0;
function connect() {
  const socket = new WebSocket(`ws://${location.hostname}:9000/retry?n=x`);
  socket.onclose = () => {
    attempts += 1;
    if (attempts < 3) setTimeout(connect, 1000 * attempts);
  };
}

connect();

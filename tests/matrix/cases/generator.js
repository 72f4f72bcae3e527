// A generator yields the candidate addresses.
function* candidates() {
  yield `ws://${location.hostname}:9000/gen1`;
  yield "ws://localhost:9001/gen2";
}

for (const url of candidates()) new WebSocket(url);

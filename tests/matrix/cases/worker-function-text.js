// A worker made from the text of a function: inside, location is a blob's, so only the origin is left of the page's address.
function work() {
  const socket = new WebSocket("ws://localhost:9000/work");
  socket.onmessage = (event) => self.postMessage(event.data);
}

function spawn(body, ...args) {
  const text = `(${body.toString()})(${args.map((arg) => JSON.stringify(arg)).join(",")});`;
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

spawn(work);
spawn(() => {
  new EventSource("http://127.0.0.1:9001/feed?topic=a");
});

// An async function with branches: the port is set on one of two ways.
// page: window.wanted = "a"
// page: window.wanted = "b"
const wait = () => new Promise((resolve) => setTimeout(resolve, 5));

async function connect(kind) {
  let port;
  if (kind === "a") {
    await wait();
    port = 9000;
  } else {
    port = 9001;
    await wait();
  }
  return new WebSocket(`ws://${location.hostname}:${port}/branch`);
}

connect(window.wanted);

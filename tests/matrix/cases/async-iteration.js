// Awaited settings, for await, try and finally, and a loop that ends with the first success.
async function settings() {
  await null;
  return { ports: [9000, 9001], path: "/async-loop" };
}

async function* addresses() {
  const { ports, path } = await settings();
  for (const port of ports) yield `ws://${location.hostname}:${port}${path}`;
}

async function main() {
  try {
    for await (const url of addresses()) new WebSocket(url);
  } finally {
    console.log("done");
  }
}

main();

// An async function that resolves the address before it connects.
async function endpoint() {
  await Promise.resolve();
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${location.hostname}:9000/async`;
}

async function connect() {
  const url = await endpoint();
  return new WebSocket(url, "json");
}

connect();

// The address travels through a promise chain.
Promise.resolve({ host: location.hostname, port: 9000 })
  .then(({ host, port }) => `ws://${host}:${port}/then`)
  .then((url) => new WebSocket(url));

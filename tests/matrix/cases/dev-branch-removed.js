// keep: the development branch is dropped by the build, what remains is the page's origin.
const url =
  process.env.NODE_ENV === "development"
    ? "ws://localhost:9000/dev"
    : (location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/live";
new WebSocket(url);

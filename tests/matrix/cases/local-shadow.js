// keep: WebSocket, io and location are names of the code's own here.
const WebSocket = class {
  constructor(url) {
    this.url = url;
  }
};
const location = { hostname: "inner", protocol: "x:" };
const io = (url) => ({ url });
console.log(new WebSocket("ws://localhost:9000/fake").url, io(`http://${location.hostname}:9000`).url);

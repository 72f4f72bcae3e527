// User options over defaults in a constructor, an options object built by steps.
const DEFAULTS = { host: null, port: 9000, secure: null, path: "/merge" };

function Client(options) {
  const opts = Object.assign({}, DEFAULTS, options);
  if (opts.host === null) opts.host = window.location.hostname;
  if (opts.secure === null) opts.secure = window.location.protocol === "https:";
  this.url = (opts.secure ? "wss" : "ws") + "://" + opts.host + ":" + opts.port + opts.path;
}
Client.prototype.start = function () {
  this.ws = new WebSocket(this.url);
};

new Client({ path: "/merged" }).start();

// A class written as a function with a prototype.
function Connection(options) {
  this.options = options || {};
  this.port = this.options.port || Connection.PORT;
}
Connection.PORT = 9000;
Connection.prototype.url = function (path) {
  return "ws://" + window.location.hostname + ":" + this.port + path;
};
Connection.prototype.open = function (path) {
  this.socket = new WebSocket(this.url(path));
  return this;
};

new Connection().open("/proto");
new Connection({ port: 9001 }).open("/given");

!(function (root, factory) {
  if (typeof exports === "object" && typeof module === "object") module.exports = factory();
  else if (typeof define === "function" && define.amd) define([], factory);
  else if (typeof exports === "object") exports.library = factory();
  else root.library = factory();
})(this, function () {
  return {
    connect: function (url) {
      return new WebSocket(url);
    },
  };
});

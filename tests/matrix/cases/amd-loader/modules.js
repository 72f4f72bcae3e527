define("settings", [], function () {
  return { port: 9000, path: "/amd" };
});
define("app", ["settings"], function (settings) {
  return {
    start: function () {
      new WebSocket("ws://" + location.hostname + ":" + settings.port + settings.path);
    },
  };
});

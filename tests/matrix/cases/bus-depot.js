// A bus depot's yard map, built years ago with its own little module loader: CommonJS-like modules as functions, required
// by name; exports replaced as a whole (module.exports = …) and filled (exports.x = …).
const define = (() => {
  const factories = {};
  const loaded = {};

  function require(name) {
    if (!loaded[name]) {
      const module = { exports: {} };
      loaded[name] = module;
      factories[name](require, module.exports, module);
    }
    return loaded[name].exports;
  }

  return Object.assign((name, factory) => (factories[name] = factory), { require });
})();

define("ports", (require, exports) => {
  exports.yard = 9310;
  exports.wash = "9311";
});

define("page", (require, exports, module) => {
  const { protocol, hostname, host } = window.location;
  module.exports = { secure: protocol === "https:", hostname, host };
});

define("url", (require, exports, module) => {
  const page = require("page");
  const ports = require("ports");

  module.exports = function url(service, path) {
    const port = ports[service];
    return (page.secure ? "wss" : "ws") + "://" + (port ? page.hostname + ":" + port : page.host) + path;
  };
});

define("yard", (require, exports) => {
  const url = require("url");

  function attach(service, path, onText) {
    const socket = new WebSocket(url(service, path));
    socket.onmessage = ({ data }) => onText(data);
    return socket;
  }

  exports.open = (onBus) => attach("yard", "/buses", (text) => onBus(JSON.parse(text)));
  exports.plan = (onPlan) => attach("plan", "/plan", onPlan);
});

define("main", (require) => {
  const yard = require("yard");
  const root = document.getElementById("root");
  const lanes = Array.from({ length: 12 }, () => null);

  yard.open(({ bus, lane }) => {
    lanes[lane] = bus;
    root.textContent = lanes.map((parked, index) => `${index + 1}: ${parked ?? "-"}`).join("\n");
  });
  yard.plan((text) => {
    root.title = text;
  });
});

define.require("main");

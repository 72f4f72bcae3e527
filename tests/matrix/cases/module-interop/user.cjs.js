const settings = require("./settings.js");
const connect = require("./whole.cjs.js");

exports.viaRequire = (path) => connect(settings.port, path) && connect(connect.fallback, "/fallback");

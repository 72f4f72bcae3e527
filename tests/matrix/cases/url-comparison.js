// keep: addresses that are compared, matched and listed, never connected to.
const allowed = ["http://localhost:9000", "http://127.0.0.1:9000", `http://${location.hostname}:9000`];
const local = /^https?:\/\/(localhost|127\.0\.0\.1):9000/;
const origin = window.location.origin;
if (allowed.includes(origin) || local.test(origin)) console.log("development");
if (new URL(location.href).port === "9000") console.log("separate");
new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/compared");

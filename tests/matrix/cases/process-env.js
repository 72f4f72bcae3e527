// process.env with a default: the variable is not set at build time here.
// env: REACT_APP_WS_PORT=9100
const port = process.env.REACT_APP_WS_PORT || 9000;
const secure = process.env.NODE_ENV === "production" && location.protocol === "https:";
new WebSocket((secure ? "wss://" : "ws://") + location.hostname + ":" + port + "/env");

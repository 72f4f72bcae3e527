// keep: a function with a fixed port that nothing calls, and a branch that is never taken.
const DEBUG = false;
function unused() {
  return new WebSocket(`ws://${location.hostname}:9000/unused`);
}
if (DEBUG) unused();
new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/used");

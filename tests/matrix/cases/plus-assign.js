// A URL that grows by +=, with a branch.
let url = window.location.protocol === "https:" ? "wss://" : "ws://";
url += window.location.hostname;
if (window.location.port) {
  url += ":" + 9000;
}
url += "/grow";
url += "?a=" + 1;
new WebSocket(url);
